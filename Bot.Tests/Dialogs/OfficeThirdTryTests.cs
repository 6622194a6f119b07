namespace PlanBot.Tests.Dialogs;

/// <summary>A coordinating office's plain requests, in words that were not met before.</summary>
public sealed class OfficeThirdTryTests
{
    [Theory]
    [InlineData("会议室改成412", "412会议室|!307")]
    [InlineData("前面加句各位好", "各位好：4月9日")]
    public Task A_notice_is_changed_where_it_is_meant(string said, string answer) =>
        Talk.PlayedAsync("2020-04-07 15:00", "coordinator: 给各单位联络员发个通知：4月9日下午2点半在307会议室开调度会", "307会议室", $"coordinator: {said}", $"16人|{answer}");

    [Theory]
    [InlineData("国庆后面那次是几号截止", "2020-10-12")]
    [InlineData("when is the autumn one due", "2020-10-12")]
    [InlineData("这次完了下一次是几号", "2020-07-03")]
    public Task A_period_is_told_by_the_season(string said, string answer) => Talk.PlayedAsync("2020-04-01 09:30", $"coordinator: {said}", answer);

    [Fact]
    public Task Why_that_day_is_explained() => Talk.PlayedAsync(
        "2020-10-01 10:00", "coordinator: 三季度几号交", "2020-10-12", "coordinator: 咋成12号了", "10月1日至8日", "coordinator: 8号不就上班了？", "10月1日至8日", "coordinator: 四季度呢", "2021-01-06");

    [Theory]
    [InlineData("Hold all reminders for now please", "confirm|!There is no unit")]
    [InlineData("How do I load a corrected version of the notice?", "file|!Audit")]
    [InlineData("Did 市统计局 report?", "no unit|市统计局|!0.0%")]
    [InlineData("anything waiting for me?", "request|!市发展改革委")]
    [InlineData("how many of those have more than one task", "11 units|!Which unit")]
    [InlineData("给各单位排个名发群里", "不对单位排名")]
    public Task Asked_of_the_office(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", $"coordinator: {said}", answer);

    [Fact]
    public Task Another_day_is_given_for_the_task_that_was_asked_for() => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-3: can we have until the 10th for task 1? audit is not finished", "2020-04-10", "unit-3: yes", "number 1", "coordinator: any requests?", "Request 1",
        "coordinator: the 8th is enough, give them that", "2020-04-08|Task 1|!Task 2");

    [Fact]
    public Task Reminders_go_on_when_somebody_says_so() => Talk.PlayedAsync(
        "2020-04-01 10:00", "coordinator: 提醒先停一下，通讯录要重新核对", "将暂停", "coordinator: 确认", "已暂停", "coordinator: 核对完了，恢复吧", "将恢复");
}
