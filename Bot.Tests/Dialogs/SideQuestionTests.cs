namespace PlanBot.Tests.Dialogs;

/// <summary>Questions beside the matter: they are answered, and what was open is asked again.</summary>
public sealed class SideQuestionTests
{
    [Theory]
    [InlineData("问一下,有字数限制吗", "最多")]
    [InlineData("最多能写多少字", "最多")]
    [InlineData("有没有字数要求啊", "最多")]
    [InlineData("is there a word limit?", "at most")]
    [InlineData("how long can it be?", "at most")]
    [InlineData("你是真人还是机器人", "机器人，不是真人")]
    [InlineData("你是人工客服吗", "机器人，不是真人")]
    [InlineData("are you a bot?", "a bot, not a person")]
    [InlineData("am I talking to a human?", "a bot, not a person")]
    [InlineData("还来得及吗", "来得及|2020-04-03")]
    [InlineData("is it too late to report?", "there is time|2020-04-03")]
    [InlineData("is it the same date every quarter?", "2020-04-03|2020-07-03|2020-10-12|2021-01-06")]
    [InlineData("每个季度都是这个日子吗", "2020-04-03|2020-07-03|2020-10-12|2021-01-06")]
    public async Task Answered_while_a_report_is_written(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        var isEnglish = said.All(char.IsAscii);
        await talk.PlayAsync(
            "unit-9: 完成了两期培训", "存在问题",
            $"unit-9: {said}", $"{answer}|{(isEnglish ? "\"Problems\"" : "存在问题")}",
            "unit-9: 缺人手", "取得成效");
    }

    [Theory]
    [InlineData("实在抱歉清明前忙忘了,现在还能补吗")]
    [InlineData("过期了还能报吗")]
    [InlineData("现在还能交不")]
    [InlineData("逾期了还可以补报吗")]
    public async Task What_is_overdue_can_still_be_reported(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync($"unit-4: {said}", "可以补报|2020-04-03|逾期补报|5项待报");
    }

    [Theory]
    [InlineData("can we still submit?")]
    [InlineData("is it too late?")]
    public async Task And_in_English(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync($"unit-4: {said}", "recorded as late|2020-04-03");
    }

    [Theory]
    [InlineData("hi, just got your message. what exactly do you need from us and by when?", "Task 1:|2020-04-03|Progress, Problems, Results, Next steps")]
    [InlineData("what do you need from us?", "Task 1:|Progress, Problems")]
    [InlineData("要我们报些什么", "第一项：|2020-04-03|工作进展情况、存在问题")]
    [InlineData("找我们什么事", "第一项：|工作进展情况、存在问题")]
    public async Task What_is_needed(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:05");

        await talk.PlayAsync($"unit-15: {said}", answer);
    }

    [Theory]
    [InlineData("那其余两条还是我们报是吧", "是的，第一项、第三项仍由贵单位报送|第二项已提分工异议|待答复")]
    [InlineData("剩下的两项还是归我们吧？", "是的，第一项、第三项")]
    [InlineData("the other two are still ours, right?", "Yes, task 1, task 3|disputed")]
    public async Task What_stays_beside_a_disputed_task(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:40");
        await talk.SayAllAsync("unit-13", "第二项不是我们的，应该归投资促进部门", "确认");

        await talk.PlayAsync($"unit-13: {said}", answer);
    }

    [Theory]
    [InlineData("那他们交了没总能说吧")]
    [InlineData("那别的单位报了几家")]
    [InlineData("人家写了多少字")]
    [InlineData("have the others reported?")]
    public async Task Nothing_is_said_of_others(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");
        await talk.SayAsync("unit-7", "想参考一下商务局是咋写的,方便发我一份不");

        var answer = await talk.SayAsync("unit-7", said);

        Assert.DoesNotContain("商务局", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("没有看懂", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("so what's still outstanding on our side?", "!No.")]
    [InlineData("have we reported?", "No.")]
    public async Task Yes_and_no_answer_whether(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync($"unit-12: {said}", answer);
    }
}
