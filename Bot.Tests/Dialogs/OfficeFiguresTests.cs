namespace PlanBot.Tests.Dialogs;

/// <summary>Why a figure is what it is, how late is late, two quarters beside each other, and what a report does not say.</summary>
public sealed class OfficeFiguresTests
{
    private static async Task<Talk> OneInTimeOneLateAsync()
    {
        var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync("unit-14: 进展：新增服务点六个 问题：数据接口未开 成效：时间减少一天 下一步：推进数据互认", "请核对", "unit-14: 确认", "已报送");
        await talk.MoveToAsync("2020-04-08 10:00");
        await talk.PlayAsync("unit-16: 进展：两家上线 问题：无 成效：响应时间缩短 下一步：扩大", "请核对", "unit-16: 确认", "逾期补报");
        await talk.MoveToAsync("2020-04-09 09:30");
        await talk.PlayAsync("coordinator: 一季度报送率跟及时率分别多少", "5.7%|2.9%");
        return talk;
    }

    [Theory]
    [InlineData("不是交了两份有一份按时么 及时率为啥不是50%", "35|2.9%|50.0%")]
    [InlineData("及时率怎么才这么点", "35|2.9%")]
    [InlineData("为啥按时率不是一半", "35|2.9%")]
    [InlineData("why isn't the on-time rate 50%", "35|2.9%|50.0%")]
    [InlineData("晚的是哪家，晚几天", "天津证监局|晚5天，合2个工作日|!市政务服务办")]
    [InlineData("迟交的是谁，迟了几天", "天津证监局|晚5天，合2个工作日|!市政务服务办")]
    [InlineData("which one was late, and by how many days", "天津证监局|5 days late (2 working days)|!市政务服务办")]
    [InlineData("要是按单位说呢 领导听不懂\"项\"", "16个单位中，已报齐2个|14个|逾期补报的1个|!请发通知")]
    [InlineData("那按单位算是多少", "16个单位中，已报齐2个")]
    [InlineData("and by unit?", "of 16 units, 2 complete")]
    public async Task Figures_are_explained(string asked, string answer)
    {
        await using var talk = await Talk.AfterAsync(OneInTimeOneLateAsync);

        await talk.PlayAsync($"coordinator: {asked}", answer);
    }

    [Theory]
    [InlineData("商务局两个季度对比下", "一季度说的下一步兑现了没？零售改造那项", "缺的那项是哪个", "催一声")]
    [InlineData("商务局前后两个季度对着看看", "上季度说的下一步落实了吗，零售改造那项", "没报的那项是哪个", "那催一下")]
    [InlineData("对比一下商务局两个季度", "一季度的计划完成了没", "缺的是哪项", "催一下他们")]
    public async Task Two_quarters_stand_beside_each_other(string compare, string kept, string missing, string urge)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-8: 第一项：进展：十家启动改造 问题：资金压力大 成效：效率提高 下一步：二季度完成二十家改造", "请核对", "unit-8: 确认", "已报送",
            "unit-8: 第二项：进展：平台完成选址 问题：无 成效：签约四家 下一步：开工建设", "请核对", "unit-8: 确认", "已报送");
        await talk.MoveToAsync("2020-07-02 10:00");
        await talk.PlayAsync("unit-8: 第一项：进展：完成十六家商超改造 问题：四家因停业推迟 成效：客流回升 下一步：三季度补齐", "请核对", "unit-8: 确认", "已报送");
        await talk.MoveToAsync("2020-07-08 10:00");

        await talk.PlayAsync(
            $"coordinator: {compare}", "市商务局2020年第一季度已报2项（共2项）|市商务局2020年第二季度已报1项（共2项）|2020-07-03",
            $"coordinator: {kept}", "二季度完成二十家改造|完成十六家商超改造|四家因停业推迟",
            $"coordinator: {missing}", "2020年第二季度|第二项|已逾期|!第一季度已报2项",
            $"coordinator: {urge}", "2020年第二季度|市商务局联络员（市商务局1项）|!市教委",
            "coordinator: 发", "已催办1人");
    }

    [Theory]
    [InlineData("科技局不是也没交吗，怎么逾期名单里没它")]
    [InlineData("为什么逾期的里面没有科技局")]
    [InlineData("科技局为啥不算逾期")]
    [InlineData("why is science and technology not overdue?")]
    public async Task Why_a_unit_is_not_overdue_is_told_from_the_record(string asked) => await Talk.PlayedAsync(
        "2020-04-07 10:00",
        "coordinator: 科技局延到4月15号，人都抽去抗疫了", "2020-04-15",
        "coordinator: 确认", "已延期",
        $"leader: {asked}", "2020-04-15|人都抽去抗疫了|牵头部门管理员",
        "leader: 我没同意过，改回去", "只读",
        "leader: 15号再不交会怎样", "市科技局|2020-04-15|逾期");

    [Theory]
    [InlineData("终端老旧到底有多少台")]
    [InlineData("终端老旧的有几台？")]
    [InlineData("部分终端老旧是哪些终端")]
    public async Task What_a_report_does_not_say_is_not_made_up(string asked)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync("unit-15: 进展：覆盖三百家商户 问题：部分终端老旧 成效：支付更便捷 下一步：更换终端", "请核对", "unit-15: 确认", "已报送");
        await talk.MoveToAsync("2020-04-07 16:40");

        await talk.PlayAsync(
            "leader: 人行报的原文给我看下", "部分终端老旧",
            $"leader: {asked}", "部分终端老旧|只写了这些|!登记了",
            "leader: 那现在这份算什么状态", "人民银行天津分行|已报1项|还没有审核");
    }

    [Theory]
    [InlineData("who dropped out?")]
    [InlineData("who reported last quarter but not this time")]
    [InlineData("谁掉队了")]
    [InlineData("上季度交了这季度没交的是谁")]
    public async Task Who_reported_before_and_not_since(string asked)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-9: 进展：培训一期 问题：无 成效：80人参训 下一步：办第二期", "请核对", "unit-9: 确认", "已报送",
            "unit-14: 进展：大厅优化 问题：无 成效：提速 下一步：扩点", "请核对", "unit-14: 确认", "已报送");
        await talk.MoveToAsync("2020-07-02 09:30");
        await talk.PlayAsync("unit-9: 进展：第二期完成 问题：无 成效：累计260人 下一步：景区实操", "请核对", "unit-9: 确认", "已报送");
        await talk.MoveToAsync("2020-07-07 09:40");

        await talk.PlayAsync($"leader: {asked}", "市政务服务办|!市文化和旅游局|!市教委");
    }

    [Fact]
    public async Task Problems_are_told_of_both_units_who_wrote_none_is_told_and_one_is_followed_by_its_words()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-9: 进展：培训二期完成 问题：场馆客流没恢复，智能设备闲置 成效：参训200人 下一步：线上转线下", "请核对", "unit-9: 确认", "已报送",
            "unit-11: 进展：受理15项 问题：企业申报材料反复补正，周期长 成效：通过9项 下一步：简化", "请核对", "unit-11: 确认", "已报送",
            "unit-14: 进展：大厅改版 问题：无 成效：好评提高 下一步：上线二期", "请核对", "unit-14: 确认", "已报送");
        await talk.MoveToAsync("2020-04-08 15:30");

        await talk.PlayAsync(
            "coordinator: 各单位这季度都反映了些啥困难，给我拢一下", "智能设备闲置|材料反复补正|!市政务服务办",
            "coordinator: 有没有写\"无\"的", "市政务服务办|!市文化和旅游局|!市市场监管委",
            "coordinator: 材料反复补正那个，下季度我要接着看有没有解决", "市市场监管委|材料反复补正|!智能设备|!哪个单位",
            "coordinator: 到时候怎么提醒我", "不用您自己记着|还有一件事待您确认",
            "coordinator: 确认", "市市场监管委",
            "coordinator: 到时候怎么提醒我，还是得我自己记着", "不用您自己记着|问题汇总");
    }

    [Fact]
    public async Task Two_units_that_came_in_are_both_asked_about()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(
            "unit-14: 进展：进社区 问题：老年人不会用 成效：减少跑动 下一步：安排帮办员", "请核对", "unit-14: 确认", "已报送",
            "unit-9: 进展：导览培训 问题：讲师不足 成效：培训150人 下一步：邀请教师", "请核对", "unit-9: 确认", "已报送");
        await talk.MoveToAsync("2020-04-10 09:30");

        await talk.PlayAsync(
            "leader: 一季度总体怎么样，三句话说清", "市文化和旅游局、市政务服务办",
            "leader: 交上来的两家有啥难处", "老年人不会用|讲师不足");
    }
}
