/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.patterns.script.ScriptReader;
import io.fuselink.patterns.script.SegmentHits;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Transcribed segments against lexicon and slot rules, as the step before any key reads them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBench {
    private static final String COURIER = "您好，我是送快递的，您的包裹放在小区门口的柜子里了，取件码一会儿发给您。";
    private static final String POSING_AS_POLICE =
            "我是市公安局刑侦支队的，你名下的银行卡涉嫌洗钱，现在要你把钱转到安全账户，不要告诉任何人，也不要挂电话。";

    /** Of 30 characters each, as recognition cuts speech; the last two of them out of a fraud script. */
    private static final String[] SEGMENTS = {
        "您好您的快递已经放到小区东门的驿站了记得今天晚上八点之前来取",
        "喂我到楼下了你要是方便的话就下来搬一下东西有点多我一个人不行",
        "这个订单显示今天下午三点之前可以送到您家您留个人在家就可以了",
        "好的我知道了那我明天早上再给你打电话吧你先忙你的不用管这个事",
        "我们这边查询到您的退款已经提交了一到三个工作日会原路退回给您",
        "您预约的是下周二上午九点半的口腔科请您带好身份证提前十分钟到",
        "孩子今天在学校表现挺好的就是中午没怎么吃饭晚上给他加个餐好吧",
        "师傅您往前开一点我在加油站旁边的那个便利店门口站着穿红色衣服",
        "你们那个套餐现在多少钱一个月流量有多少如果合适的话我就换一个",
        "王总上次说的那个合同已经盖好章了我下午让同事给您送过去您在吗",
        "今天下雨路上有点堵我大概要晚到二十分钟您先点菜吧不用等我先吃",
        "这款洗衣机是一级能效的现在有活动送运费险七天之内可以无理由退",
        "麻烦问一下从火车站到人民医院坐几路车最快地铁的话要不要换乘呢",
        "妈我周末不回去了单位要加班下个星期再回去看你们你们注意身体啊",
        "您好这里是物业公司明天上午九点到十一点停水检修请您提前做准备",
        "你看这个方案客户能不能接受不行的话我们再改一版下班之前发给他",
        "房子我看过了采光不错就是价格有点高你再帮我问问房东能不能便宜",
        "我是平台的客服您反映的发票问题我们已经登记了预计明天给您答复",
        "好嘞那就这么定了周六下午两点老地方见谁迟到谁请客不许耍赖啊你",
        "您的车已经保养好了一共是六百八十块您什么时候方便过来提车都行",
        "我是公安局的你名下的银行卡涉嫌洗钱现在要把钱转到安全账户核查",
        "下载银联会议打开共享屏幕我教您操作不关闭每个月要扣您两千块钱"
    };

    private static final int COUNT = 22;

    private final ScriptReader reader = ScriptReader.standard();

    @Benchmark
    public SegmentHits courier() {
        return reader.read(COURIER);
    }

    @Benchmark
    public SegmentHits posingAsPolice() {
        return reader.read(POSING_AS_POLICE);
    }

    /** Segments a second on one core. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(COUNT)
    public void segments(Blackhole hole) {
        for (String segment : SEGMENTS) {
            hole.consume(reader.read(segment));
        }
    }
}
