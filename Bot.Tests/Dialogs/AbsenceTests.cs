using PlanBot.Data.Model;
using PlanBot.Tests.Fakes;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>A contact who is away is stood in for; 收到 is kept and stops nothing.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public async Task The_deputy_gets_what_the_contact_would_get_and_reports()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.AddColleagueAsync("unit-2", "unit-2-deputy", "李强");
        await WalkAsync(talk, "2020-04-01 10:00");
        var before = Sent(talk, ReminderKind.Step).Count;

        await talk.PlayAsync(
            "unit-2: 我4月2日到10日休假，由王五代", "王五不是市教委登记的联络员或备用联络员|李强",
            "unit-2: 我4月2日到10日休假，由李强代", "将登记|2020-04-02|至2020-04-10|改发给李强",
            "unit-2: 确认", "已登记|由李强代",
            "coordinator: 最近的操作记录", "登记休假");
        await WalkAsync(talk, "2020-04-02 09:00");

        var told = Sent(talk, ReminderKind.Step).Skip(before).ToList();
        Assert.Equal(16, told.Count);
        Assert.DoesNotContain("unit-2", told.Select(sent => sent.UserId));
        Assert.Contains("市教委", ReminderTexts.Write(told.Single(sent => sent.UserId == "unit-2-deputy").Content).Text, StringComparison.Ordinal);
        Assert.Equal(["coordinator", "unit-2-deputy"], Sent(talk, ReminderKind.Letter).Where(sent => sent.Content.Letter is PlanBot.Domain.AbsenceLetter).Select(sent => sent.UserId).Order());
        await talk.PlayAsync("unit-2: 我回来了", "将结束|确认", "unit-2: 确认", "提醒重新发给", "unit-2: 我回来了", "没有登记休假");
        await WalkAsync(talk, "2020-04-03 09:00");
        Assert.Contains("unit-2", Sent(talk, ReminderKind.Step).TakeLast(16).Select(sent => sent.UserId));
    }

    [Theory]
    [InlineData("unit-2: 我下周出差，由李强代", "2020-04-07|至2020-04-12")]
    [InlineData("unit-2: 本人明天起请假三天，让李强替我报", "2020-04-02|至2020-04-04")]
    [InlineData("unit-2: I am on leave until 10 April, 李强 covers for me", "from 2020-04-01|to 2020-04-10")]
    [InlineData("unit-2: 我4月8日到10日休假", "2020-04-08|至2020-04-10|改发给李强")]
    [InlineData("coordinator: 市教委的联络员下周休假，由李强代", "2020-04-07|至2020-04-12|改发给李强")]
    public async Task The_days_are_read_from_the_words(string said, string expected)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.AddColleagueAsync("unit-2", "unit-2-deputy", "李强");

        await talk.PlayAsync(said, expected);
    }

    [Fact]
    public async Task Where_nobody_could_stand_in_it_is_refused_in_words_and_undone_at_a_word()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync("unit-2: 我下周休假，由李强代", "没有登记：市教委没有别的联络员或备用联络员");
        await talk.AddColleagueAsync("unit-2", "unit-2-deputy", "李强");
        await talk.PlayAsync(
            "unit-2: 我下周休假", "改发给李强", "unit-2: 确认", "已登记",
            "unit-2: 撤销", "已撤销：休假登记",
            "leader: 市教委的联络员下周休假，由李强代", "只读");
    }

    [Fact]
    public async Task A_receipt_is_kept_right_after_a_reminder_and_stops_nothing()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");

        await talk.PlayAsync("unit-2: 收到", "!已记下");
        await WalkAsync(talk, "2020-04-02 09:00");
        Assert.Contains(ReminderTexts.Write(Sent(talk, ReminderKind.Step)[0].Content).Buttons, button => button.Message == "收到");
        await talk.PlayAsync(
            "unit-2: 收到", "已记下您收到了|项待报|2020-04-03",
            "unit-2: 好的，收到", "已记下您收到了",
            "unit-3: got it, thanks", "Noted|still to report",
            "coordinator: 市教委报了吗", "（2020-04-02 09:00）回复了“收到”|还没有",
            "coordinator: 收到", "!已记下");
        await WalkAsync(talk, "2020-04-03 09:00");
        Assert.Equal(32, Sent(talk, ReminderKind.Step).Count);
    }

    private static async Task WalkAsync(Talk talk, params string[] moments)
    {
        foreach (var moment in moments)
        {
            await talk.MoveToAsync(moment);
            await talk.Get<DealWithDue>().RunAsync(CancellationToken.None);
        }
    }

    private static List<(string UserId, PlanBot.Domain.ReminderContent Content)> Sent(Talk talk, ReminderKind kind) =>
        [.. ((FakeChannel)talk.Get<IOutbound>()).Sent.Where(sent => sent.Content.Kind == kind).Select(sent => (sent.UserId, sent.Content))];
}
