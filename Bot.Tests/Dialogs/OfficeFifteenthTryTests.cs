namespace PlanBot.Tests.Dialogs;

/// <summary>What the office and leaders add to an order that is shown, and short questions about it.</summary>
public sealed class OfficeFifteenthTryTests
{
    [Theory]
    [InlineData("tell them the director wants it on his desk tmrw noon", "the director wants it on his desk tmrw noon", "ok send")]
    [InlineData("pls let them know that the director wants it by tomorrow noon", "the director wants it by tomorrow noon", "yes")]
    [InlineData("tell them it is urgent and nothing may be left out", "it is urgent and nothing may be left out", "yes")]
    [InlineData("告诉他们局长明天中午前要看到", "局长明天中午前要看到", "发吧")]
    [InlineData("跟他们强调一下数据要实", "数据要实", "确认")]
    public Task Words_for_an_urging(string said, string note, string yes) => Talk.PlayedAsync("2020-04-07 14:12", "coordinator: pls nudge finance and the securities office", "天津证监局", $"coordinator: {said}", $"{note}|天津证监局", $"coordinator: {yes}", "天津证监局联络员|!确认发送吗|!Send it?");

    [Theory]
    [InlineData("can it wait for my ok first", "2020-04-09")]
    [InlineData("等我点头再发", "2020-04-09")]
    public Task The_next_one_waits(string said, string shown) => Talk.PlayedAsync("2020-04-08 10:00", "coordinator: whats the next automatic reminder and does it go to their bosses too", "2020-04-09", $"coordinator: {said}", $"{shown}|!have not reported");

    [Theory]
    [InlineData("邦我导个excel，处长两点半要看")]
    [InlineData("邦忙导个excel")]
    public Task A_slip_in_help_me(string said) => Talk.PlayedAsync("2020-04-07 14:00", $"coordinator: {said}", "汇总见附件");

    [Theory]
    [InlineData("leader: 都晚几天了", "晚4天，合1个工作日")]
    [InlineData("coordinator: 都逾期几天了", "晚4天，合1个工作日")]
    [InlineData("coordinator: how late are they by now", "4 days late (1 working day)")]
    public Task How_late_they_are(string said, string shown) => Talk.PlayedAsync("2020-04-07 09:00", "coordinator: 还差谁", "市教委", said, $"{shown}|市教委");

    [Theory]
    [InlineData("预期的都催一吓")]
    [InlineData("逾期的都吹一吓")]
    public Task Slips_in_urging(string said) => Talk.PlayedAsync("2020-04-07 10:30", $"coordinator: {said}", "16人|确认发送吗");

    [Theory]
    [InlineData("海关那份到了没", "海关")]
    [InlineData("邮政那家交了吗", "邮政")]
    public Task An_office_that_the_plan_does_not_have(string said, string name) => Talk.PlayedAsync("2020-04-07 15:05", $"coordinator: {said}", $"没有“{name}”");

    [Theory]
    [InlineData("send tourism's back, results too thin. they have until Thursday", "results too thin|2020-04-09")]
    [InlineData("send culture back, no figures in it, by Thursday", "no figures in it|2020-04-09")]
    public Task Sent_back_with_a_day(string said, string shown) => Talk.PlayedAsync("2020-04-07 13:30", "unit-9: 进展：办了两期培训 问题：无 成效：导览上线 下一步：扩面", "请核对", "unit-9: 确认", "已报送", $"coordinator: {said}", $"市文化和旅游局|{shown}", "coordinator: yes", "return of task 1");

    [Theory]
    [InlineData("科技局提的那个不行，还是他们报")]
    [InlineData("科技局申请的那个不同意")]
    public Task A_request_is_declined(string said) => Talk.PlayedAsync(
        "2020-04-07 14:05", "unit-3: 第三项超算样机那个应该归发改委吧", "分工异议", "unit-3: 嗯，转给他们", "已转告", $"coordinator: {said}", "将不同意|市科技局|第三项");

    [Theory]
    [InlineData("fine with the new person at the securities bureau")]
    [InlineData("ok with the handover at securities")]
    public Task A_handover_is_granted(string said) => Talk.PlayedAsync(
        "2020-04-07 15:50", "unit-16: I'm leaving, Li Na takes this over from 15 April, 13900003333", "2020-04-15", "unit-16: yes", "number 1", $"coordinator: {said}", "Li Na|2020-04-15|confirm", "unit-16: so do I still do Q1?", "!No.");

    [Fact]
    public Task Having_read_it_is_no_reason() => Talk.PlayedAsync("2020-04-07 16:00", "unit-16: 进展：调研了5家券商 问题：无 成效：形成清单 下一步：推广", "请核对", "unit-16: 确认", "已报送", "coordinator: 证监局的我看了，没毛病，收了吧", "审核通过|!理由");

    [Theory]
    [InlineData("哦 那口岸这块是谁在做", "“口岸”")]
    [InlineData("那口岸那摊归谁管", "“口岸”")]
    public Task What_no_task_speaks_of(string said, string shown) => Talk.PlayedAsync("2020-04-07 11:00", $"coordinator: {said}", shown);
}
