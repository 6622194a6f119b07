using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>What people say and what is made of it; a sentence that was misread once becomes a row.</summary>
public sealed class UnderstandTests
{
    /// <summary>What a coordinator's question must reach to be answered.</summary>
    private const double Enough = 0.35;

    [Theory]
    [InlineData("谁逾期了", Intent.WhoOverdue)]
    [InlineData("谁预期了", Intent.WhoOverdue)]
    [InlineData("誰逾期了？", Intent.WhoOverdue)]
    [InlineData("哪些单位超期了", Intent.WhoOverdue)]
    [InlineData("一季度哪几家过期没交", Intent.WhoOverdue)]
    [InlineData("有没有没按时报的", Intent.WhoOverdue)]
    [InlineData("逾期名单", Intent.WhoOverdue)]
    [InlineData("逾期单位", Intent.WhoOverdue)]
    [InlineData("麻烦列一下逾期的单位", Intent.WhoOverdue)]
    [InlineData("who is overdue", Intent.WhoOverdue)]
    [InlineData("Who is overdue for Q1?", Intent.WhoOverdue)]
    [InlineData("which units are late", Intent.WhoOverdue)]
    [InlineData("show me the overdue units", Intent.WhoOverdue)]
    [InlineData("who missed the deadline?", Intent.WhoOverdue)]
    [InlineData("还有谁没报", Intent.WhoMissing)]
    [InlineData("一季度还有谁没报", Intent.WhoMissing)]
    [InlineData("目前没动的单位", Intent.WhoMissing)]
    [InlineData("还差哪几家", Intent.WhoMissing)]
    [InlineData("哪些单位没交", Intent.WhoMissing)]
    [InlineData("谁还没有提交", Intent.WhoMissing)]
    [InlineData("还在等谁", Intent.WhoMissing)]
    [InlineData("未报送单位有哪些", Intent.WhoMissing)]
    [InlineData("名单里缺哪几个，二季度的", Intent.WhoMissing)]
    [InlineData("谁没交", Intent.WhoMissing)]
    [InlineData("还有几家没报", Intent.WhoMissing)]
    [InlineData("who are we still waiting for?", Intent.WhoMissing)]
    [InlineData("who hasn't reported yet", Intent.WhoMissing)]
    [InlineData("who has not reported", Intent.WhoMissing)]
    [InlineData("which units are missing", Intent.WhoMissing)]
    [InlineData("whose reports are still outstanding", Intent.WhoMissing)]
    [InlineData("谁报了", Intent.WhoReported)]
    [InlineData("哪些单位已经报送了", Intent.WhoReported)]
    [InlineData("who has reported", Intent.WhoReported)]
    [InlineData("一季度交齐了吗", Intent.AllIn)]
    [InlineData("都报了吗", Intent.AllIn)]
    [InlineData("收齐没", Intent.AllIn)]
    [InlineData("全部报完了吗", Intent.AllIn)]
    [InlineData("is everyone in?", Intent.AllIn)]
    [InlineData("has everybody reported?", Intent.AllIn)]
    [InlineData("上季度报送率", Intent.Rate)]
    [InlineData("按时率是多少", Intent.Rate)]
    [InlineData("完成率", Intent.Rate)]
    [InlineData("总体情况怎么样", Intent.Rate)]
    [InlineData("报送情况", Intent.Rate)]
    [InlineData("what's the completion rate for Q1?", Intent.Rate)]
    [InlineData("how many have reported?", Intent.Rate)]
    [InlineData("市教委报了吗", Intent.UnitStatus)]
    [InlineData("教委报了没", Intent.UnitStatus)]
    [InlineData("教委交了没有？", Intent.UnitStatus)]
    [InlineData("商务那边交了几条", Intent.UnitStatus)]
    [InlineData("科技局进度怎么样", Intent.UnitStatus)]
    [InlineData("工信局有没有报", Intent.UnitStatus)]
    [InlineData("网信办还没交吗", Intent.UnitStatus)]
    [InlineData("交通委逾期了吗", Intent.UnitStatus)]
    [InlineData("发改委到哪一步了", Intent.UnitStatus)]
    [InlineData("has education reported?", Intent.UnitStatus)]
    [InlineData("did commerce report?", Intent.UnitStatus)]
    [InlineData("how far is agriculture", Intent.UnitStatus)]
    [InlineData("委里报了没", Intent.UnitStatus)]
    [InlineData("民航局报了吗", Intent.UnitStatus)]
    [InlineData("把卫健委写的问题念一下", Intent.ReadReport)]
    [InlineData("看看市教委的报告", Intent.ReadReport)]
    [InlineData("教委写了什么", Intent.ReadReport)]
    [InlineData("教委第二项", Intent.ReadReport)]
    [InlineData("文旅局的下一步", Intent.ReadReport)]
    [InlineData("show me what education reported", Intent.ReadReport)]
    [InlineData("what did commerce write?", Intent.ReadReport)]
    [InlineData("科技局写了什么，借我看看", Intent.ReadReport)]
    [InlineData("那农业呢", Intent.Fragment)]
    [InlineData("农业呢", Intent.Fragment)]
    [InlineData("二季度呢", Intent.Fragment)]
    [InlineData("what about agriculture?", Intent.Fragment)]
    [InlineData("and Q2?", Intent.Fragment)]
    [InlineData("催一下逾期单位", Intent.Urge)]
    [InlineData("交通口的催一下", Intent.Urge)]
    [InlineData("摧一下", Intent.Urge)]
    [InlineData("催办", Intent.Urge)]
    [InlineData("提醒一下没报的单位", Intent.Urge)]
    [InlineData("urge the overdue units", Intent.Urge)]
    [InlineData("please chase everyone who is late", Intent.Urge)]
    [InlineData("最后一次几号交", Intent.DueDate)]
    [InlineData("third-quarter cut-off?", Intent.DueDate)]
    [InlineData("一季度什么时候截止", Intent.DueDate)]
    [InlineData("截止日期是哪天", Intent.DueDate)]
    [InlineData("最晚什么时候给你们", Intent.DueDate)]
    [InlineData("when is Q3 due?", Intent.DueDate)]
    [InlineData("what's the deadline", Intent.DueDate)]
    public void Questions_about_a_period(string said, Intent expected) => AssertIntent(said, expected, Enough);

    [Theory]
    [InlineData("咱们单位要报哪几件事", Intent.MyTasks)]
    [InlineData("我的任务", Intent.MyTasks)]
    [InlineData("我要报什么", Intent.MyTasks)]
    [InlineData("我们单位有哪些任务", Intent.MyTasks)]
    [InlineData("my tasks", Intent.MyTasks)]
    [InlineData("what do I have to report?", Intent.MyTasks)]
    [InlineData("我报了什么", Intent.MyReport)]
    [InlineData("看看我报的内容", Intent.MyReport)]
    [InlineData("what did I report", Intent.MyReport)]
    [InlineData("show my report", Intent.MyReport)]
    [InlineData("我们报了吗", Intent.MyStatus)]
    [InlineData("我还有哪些没报", Intent.WhoMissing)]
    [InlineData("have we reported?", Intent.MyStatus)]
    [InlineData("立即填报", Intent.StartReport)]
    [InlineData("我要填报", Intent.StartReport)]
    [InlineData("填报", Intent.StartReport)]
    [InlineData("report now", Intent.StartReport)]
    [InlineData("填报表单", Intent.Form)]
    [InlineData("给我个表单", Intent.Form)]
    [InlineData("report form", Intent.Form)]
    [InlineData("本季无新进展", Intent.Nil)]
    [InlineData("这季度没什么进展", Intent.Nil)]
    [InlineData("no progress this quarter", Intent.Nil)]
    [InlineData("nothing to report", Intent.Nil)]
    [InlineData("先放着，明天接着写", Intent.KeepDraft)]
    [InlineData("存草稿", Intent.KeepDraft)]
    [InlineData("save as draft", Intent.KeepDraft)]
    [InlineData("继续填报", Intent.ResumeDraft)]
    [InlineData("接着写", Intent.ResumeDraft)]
    [InlineData("continue my draft", Intent.ResumeDraft)]
    [InlineData("照搬上一季", Intent.CarryOver)]
    [InlineData("这个应该归科技局", Intent.NotOurs)]
    [InlineData("我调走了，接我的是周敏", Intent.Handover)]
    [InlineData("下午四点再叫我一声", Intent.Snooze)]
    [InlineData("宽限到月中行吗", Intent.Extend)]
    public void What_a_contact_says(string said, Intent expected) => AssertIntent(said, expected, 0.6);

    [Theory]
    [InlineData("取消", Intent.Cancel)]
    [InlineData("不弄了", Intent.Cancel)]
    [InlineData("算了吧", Intent.Cancel)]
    [InlineData("Cancel", Intent.Cancel)]
    [InlineData("never mind", Intent.Cancel)]
    [InlineData("确认", Intent.Confirm)]
    [InlineData("就这些，交吧", Intent.Confirm)]
    [InlineData("可以，提交", Intent.Confirm)]
    [InlineData("好的", Intent.Confirm)]
    [InlineData("没问题", Intent.Confirm)]
    [InlineData("ok", Intent.Confirm)]
    [InlineData("Yes, send it", Intent.Confirm)]
    [InlineData("confirm", Intent.Confirm)]
    [InlineData("looks good", Intent.Confirm)]
    [InlineData("帮助", Intent.Help)]
    [InlineData("你能做什么", Intent.Help)]
    [InlineData("怎么填", Intent.Help)]
    [InlineData("help", Intent.Help)]
    [InlineData("what can you do", Intent.Help)]
    [InlineData("你好", Intent.Greeting)]
    [InlineData("hello", Intent.Greeting)]
    [InlineData("谢谢", Intent.Thanks)]
    [InlineData("收到", Intent.Thanks)]
    [InlineData("下一页", Intent.More)]
    [InlineData("more", Intent.More)]
    public void What_anybody_says(string said, Intent expected) => AssertIntent(said, expected, 0.7);

    [Theory]
    [InlineData("帮我给他们延到下周", Intent.Extend)]
    [InlineData("市金融局多给两天", Intent.Extend)]
    [InlineData("人行这季度就免了吧", Intent.Waive)]
    [InlineData("教委第三项打回去，缺数字", Intent.Return)]
    [InlineData("证监局这份可以了", Intent.Accept)]
    [InlineData("发个通知：周五下午系统维护", Intent.Broadcast)]
    [InlineData("政务办接口人换成刘洋 13600000000", Intent.ChangeContact)]
    [InlineData("导出一季度", Intent.Export)]
    public void What_changes_the_plan(string said, Intent expected) => AssertIntent(said, expected, Enough);

    [Theory]
    [InlineData("完成了两期培训")]
    [InlineData("已建成智能工厂3家，逾期项目全部整改完毕，取消了原定的线下活动，改为线上举办")]
    [InlineData("推动企业提交材料，协调解决截止日期前未完成的申报问题，已帮助12家企业完成注册")]
    [InlineData("召开推进会2次，确认重点项目35个")]
    [InlineData("组织开展了人工智能师资培训班，参训教师120人")]
    [InlineData("We trained 120 teachers and signed two agreements with local companies")]
    [InlineData("受疫情影响，部分项目进度滞后")]
    [InlineData("没有按原计划开工，主要是资金未到位")]
    [InlineData("继续推进选址，下季度开工")]
    [InlineData("加快建设测试道路，争取六月底前完工")]
    public void The_words_of_a_report_are_no_command(string said)
    {
        var understood = Understand.Utterance(said, TianjinUnits.All);

        Assert.False(understood.IsSure(0.6), $"{said}: {understood.Intent} {understood.Confidence:0.00}");
    }

    [Theory]
    [InlineData("市教委报了吗", "市教委")]
    [InlineData("教委报了吗", "市教委")]
    [InlineData("教育那边报了吗", "市教委")]
    [InlineData("商务那边交了几条", "市商务局")]
    [InlineData("交通口的催一下", "市交通运输委")]
    [InlineData("交通委交了吗", "市交通运输委")]
    [InlineData("工信局呢", "市工业和信息化局")]
    [InlineData("工业和信息化局报了吗", "市工业和信息化局")]
    [InlineData("工信委报了吗", "市工业和信息化局")] // its name before the reform of 2018
    [InlineData("市旅游局交了没", "市文化和旅游局")]
    [InlineData("市场监管委报了没", "市市场监管委")]
    [InlineData("网信办怎么样了", "市委网信办")]
    [InlineData("人行这季度就免了吧", "人民银行天津分行")]
    [InlineData("人民银行报了吗", "人民银行天津分行")]
    [InlineData("证监局这份可以了", "天津证监局")]
    [InlineData("政务办报了吗", "市政务服务办")]
    [InlineData("那农业呢", "市农业农村委")]
    [InlineData("把卫健委写的问题念一下", "市卫生健康委")]
    [InlineData("發改委報了嗎", "市发展改革委")]
    [InlineData("文旅局的下一步", "市文化和旅游局")]
    [InlineData("has education reported?", "市教委")]
    [InlineData("the people's bank?", "人民银行天津分行")]
    public void One_unit_is_found_by_what_people_call_it(string said, string expected) =>
        Assert.Equal(expected, Understand.Utterance(said, TianjinUnits.All).Unit?.One?.Name);

    [Theory]
    [InlineData("委里报了没", 6)]
    [InlineData("局里交了吗", 6)]
    [InlineData("区教委报了吗", 0)] // another level: not a unit of this plan
    public void What_fits_several_units_or_none_is_asked_back(string said, int candidates)
    {
        var unit = Understand.Utterance(said, TianjinUnits.All).Unit;

        Assert.NotNull(unit);
        Assert.Null(unit.One);
        Assert.Equal(candidates, unit.Candidates.Count);
    }

    [Theory]
    [InlineData("民航局报了吗", "民航局")]
    [InlineData("请问体育局交了没有", "体育局")]
    public void An_unknown_unit_is_left_over(string said, string expected)
    {
        var understood = Understand.Utterance(said, TianjinUnits.All);

        Assert.Null(understood.Unit);
        Assert.Equal(expected, understood.Leftover);
    }

    [Fact]
    public void A_short_name_that_fits_two_units_of_the_plan_names_neither()
    {
        Unit[] units = [Named("区财政局"), Named("市财政局"), Named("市教育局"), Named("市教育考试院")];

        Assert.True(Understand.Utterance("财政报了吗", units).Unit!.IsAmbiguous);
        Assert.Equal("市财政局", Understand.Utterance("市财政局报了吗", units).Unit!.One!.Name);
        Assert.Equal("市教育局", Understand.Utterance("教育局报了吗", units).Unit!.One!.Name);
    }

    [Fact]
    public void An_alias_names_its_unit() =>
        Assert.Equal("市教委", Understand.Utterance("教工委报了吗", [Named("市教委") with { Aliases = ["教工委"] }, Named("市科技局")]).Unit!.One!.Name);

    private static Unit Named(string name) => new() { Id = Guid.CreateVersion7(), Name = name, Kind = UnitKind.Unit };

    private static void AssertIntent(string said, Intent expected, double threshold)
    {
        var understood = Understand.Utterance(said, TianjinUnits.All);

        Assert.Equal((said, expected), (said, understood.Intent));
        Assert.True(understood.Confidence >= threshold, $"{said}: {understood.Confidence:0.00}, unexplained: {understood.Leftover}");
    }
}
