namespace PlanBot.Tests.Story;

/// <summary>The units of the sample notice in its order, how many tasks each has, and a report on three: what the main job is played with on every channel.</summary>
internal static class SampleOffice
{
    public const string ThreeTasks = """
        第一项
        进展：两所高校新设人工智能学院，招生三百人。
        问题：师资仍缺二十人。
        成效：建成联合实验室三个。
        下一步：五月底前完成教师招聘。
        第二项
        进展：引进青年人才十二名。
        问题：住房配套不足。
        成效：组建教学团队四个。
        下一步：协调人才公寓六十套。
        第三项
        进展：培训教师一百二十人次。
        问题：无
        成效：新开课程九门。
        下一步：暑期再办两期。
        """;

    public static readonly string[] Units =
    [
        "市发展改革委", "市教委", "市科技局", "市工业和信息化局", "市委网信办", "市交通运输委", "市农业农村委", "市商务局", "市文化和旅游局", "市卫生健康委",
        "市市场监管委", "市金融局", "市合作交流办", "市政务服务办", "人民银行天津分行", "天津证监局",
    ];

    public static readonly int[] TaskCounts = [2, 3, 3, 5, 3, 2, 2, 2, 1, 2, 1, 3, 3, 1, 1, 1];
}
