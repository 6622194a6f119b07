namespace PlanBot.Tests.Dialogs;

/// <summary>Reminders held, let go, paused and asked about, in the office's own words.</summary>
public sealed class OfficeReminderWordsTests
{
    [Theory]
    [InlineData("明天的提醒先压一压，局长要先定口径", "今早那条发出去没有", "没有|压住", "口径定了，接着发吧")]
    [InlineData("明天那条提醒先别发", "早上的提醒发了吗", "没有|压住", "可以放行了，接着发")]
    [InlineData("hold tomorrow's reminder, the director wants to look at it first", "did this morning's reminder go out?", "No|held", "all settled, let it go out")]
    public async Task A_day_says_which_reminder_is_held_back_and_it_can_be_let_go(string hold, string sent, string answer, string go)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 16:50");
        await talk.PlayAsync($"coordinator: {hold}", "2020-04-02|!2020-04-16", "coordinator: 确认", "压住");
        await talk.MoveToAsync("2020-04-02 09:30");

        await talk.PlayAsync(
            $"coordinator: {sent}", $"2020-04-02|{answer}|!从未打开",
            $"coordinator: {go}", "2020-04-02|!分母|!denominator",
            "coordinator: 确认", "2020-04-02");
    }

    [Theory]
    [InlineData("提醒先停一停", "今早那条发出去没有", "没有|暂停", "口径定了，接着发吧")]
    [InlineData("pause all reminders", "did this morning's reminder go out?", "No|paused", "ok, it's settled, go on sending")]
    public async Task While_reminders_rest_none_went_out_and_they_go_on_when_told(string hold, string sent, string answer, string go)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 16:50");
        await talk.PlayAsync($"coordinator: {hold}", "2020", "coordinator: 确认", "暂停");
        await talk.MoveToAsync("2020-04-02 09:30");

        await talk.PlayAsync($"coordinator: {sent}", $"2020-04-02|{answer}|!从未打开", $"coordinator: {go}", "!分母|!denominator", "coordinator: 确认", "恢复");
    }

    [Theory]
    [InlineData("什么时候恢复")]
    public async Task When_reminders_go_on_is_told_and_the_pause_is_not_undone(string asked) => await Talk.PlayedAsync(
        "2020-04-07 10:00", "coordinator: 这几天系统维护，提醒停到周五", "2020-04-10", "coordinator: 行", "已暂停",
        $"coordinator: {asked}", "2020-04-10|!已撤销", "coordinator: 恢复发送吧", "将恢复");

    [Theory]
    [InlineData("are they off?", "paused")]
    [InlineData("are reminders still off?", "paused")]
    [InlineData("so nothing goes out now?", "paused")]
    [InlineData("现在是停着的吧", "暂停")]
    public async Task Whether_they_rest_is_told(string asked, string answer) => await Talk.PlayedAsync(
        "2020-04-02 15:50", "coordinator: hold all reminders for now, please", "paused", "coordinator: confirm", "paused", $"coordinator: {asked}", answer);

    [Theory]
    [InlineData("Who will get the next reminder, and when?", "2020-04-03|16 contacts|!is due 2020-04-03")]
    [InlineData("who is overdue, and by how much?", "Nobody is overdue|!Do you mean")]
    [InlineData("下一次提醒发给谁，什么时候发", "2020-04-03|16人|!的截止日期：")]
    public async Task A_bare_question_word_goes_with_the_question_before_it(string asked, string answer) => await Talk.PlayedAsync("2020-04-02 15:50", $"coordinator: {asked}", answer);

    [Theory]
    [InlineData("when is the next one after that?")]
    [InlineData("and the one after that?")]
    [InlineData("再下一次是什么时候")]
    public async Task The_reminder_after_those_shown_is_told(string asked) => await Talk.PlayedAsync(
        "2020-04-02 15:50", "coordinator: Who will get the next reminder?", "2020-04-03", $"coordinator: {asked}", "2020-04-03|15:00|!2020-07-03");

    [Theory]
    [InlineData("when is the next one after that?", "2020-04-03|09:00")]
    [InlineData("再下一次是什么时候", "2020-04-03|09:00")]
    public async Task The_reminder_after_the_day_that_was_asked_about_is_told_though_something_was_asked_between(string asked, string answer) => await Talk.PlayedAsync(
        "2020-04-01 11:00", "coordinator: what reminders go out tomorrow morning?", "2020-04-02", $"coordinator: {asked}", $"{answer}|!2020-04-02",
        "coordinator: anyone we can't reach?", "reach", $"coordinator: {asked}", $"{answer}|!2020-07-03");

    [Theory]
    [InlineData("这个季度提醒都排在哪几天")]
    [InlineData("提醒分别定在哪几天")]
    public async Task The_days_of_the_reminders_are_told(string asked) => await Talk.PlayedAsync("2020-04-01 10:00", $"coordinator: {asked}", "2020-04-02|2020-04-03|!要催");

    [Theory]
    [InlineData("what's going out tomorrow?", "skip the afternoon one")]
    [InlineData("what is going out tomorrow", "hold the afternoon reminder")]
    public async Task The_afternoon_reminder_is_held(string asked, string said) => await Talk.PlayedAsync(
        "2020-04-02 15:00", $"coordinator: {asked}", "2020-04-03|09:00|15:00", $"coordinator: {said}", "15:00|held|!Which unit");
}
