namespace PlanBot.Tests.Dialogs;

/// <summary>How coordinators and leaders really go on: corrections, several units or questions at once, what was spoken of last left unsaid.</summary>
public sealed class OfficeHabitsTests
{
    [Fact]
    public async Task Several_units_are_urged_at_once_and_ruled_on_at_once()
    {
        await using var talk = await Talk.AfterAsync(WithTwoAsync);

        await talk.PlayAsync(
            "coordinator: 催一下教委和科技局", "2人|市教委联络员|市科技局联络员",
            "coordinator: 确认", "已催办2人",
            "coordinator: push transport and finance to report", "2 people|市交通运输委|市金融局",
            "coordinator: cancel", "nothing was changed",
            "coordinator: 教委、科技局都延到15号", "2个单位|市教委（3项）|市科技局（3项）|2020-04-15",
            "coordinator: 确认", "市教委、市科技局共2个单位|6项已延期|2020-04-15",
            "coordinator: 撤销", "已撤销：延期|市教委2020年第一季度第一项、第二项、第三项|市科技局|截止日期恢复为2020-04-03");
    }

    [Fact]
    public async Task A_day_after_no_corrects_the_day()
    {
        await using var talk = await Talk.AfterAsync(WithTwoAsync);

        await talk.PlayAsync(
            "coordinator: 农业农村委延到下周一吧", "2020-04-13",
            "coordinator: 不对，下周二", "2020-04-14|!已取消",
            "coordinator: 取消", "已取消",
            "coordinator: extend education task 3 to 10 April", "2020-04-10",
            "coordinator: no, 13 April", "2020-04-13",
            "coordinator: no", "nothing was changed");
    }

    [Fact]
    public async Task What_was_read_last_is_what_is_ruled_on()
    {
        await using var talk = await Talk.AfterAsync(WithTwoAsync);

        await talk.PlayAsync(
            "coordinator: 看一下文旅报的", "第1版",
            "coordinator: 没啥问题，收下吧", "市文化和旅游局|审核通过|确认",
            "coordinator: 确认", "已审核通过",
            "coordinator: 搞错了，撤回", "已撤销",
            "coordinator: show me commerce task 2", "Task 2",
            "coordinator: send that back, no figures", "市商务局|Task 2|no figures|!Task 1",
            "coordinator: cancel", "nothing was changed",
            "coordinator: 教委联系人电话多少", "市教委联络员",
            "coordinator: 换成王芳，13900001111", "市教委联络员 → 王芳，手机13900001111");
    }

    [Fact]
    public async Task Two_questions_are_answered_both()
    {
        await using var talk = await Talk.AfterAsync(WithTwoAsync);

        await talk.PlayAsync(
            "coordinator: 一季度还有谁没报，商务局报了几项", "还有14个单位|市商务局2020年第一季度已报2项");
    }

    [Fact]
    public async Task Dates_and_lists_are_what_was_asked_for()
    {
        await using var talk = await Talk.AfterAsync(WithTwoAsync);

        await talk.PlayAsync(
            "coordinator: when's the next deadline", "Q2 2020|2020-07-03",
            "coordinator: 下次截止几号", "2020-07-03",
            "coordinator: whats due this week", "Nothing is due|2020-07-03",
            "coordinator: 这周有啥要到期的", "没有到期的报送|2020-07-03",
            "coordinator: 哪些单位报了一部分", "没有只报了一部分的单位",
            "coordinator: 逾期补报的有哪些", "没有逾期补报的单位",
            "coordinator: 监管局呢，交了没", "市市场监管委|天津证监局",
            "coordinator: 天津市农业农村委员会报送情况", "市农业农村委|已报0项");
    }

    [Fact]
    public async Task Not_reminding_a_unit_is_no_urging()
    {
        await using var talk = await Talk.AfterAsync(WithTwoAsync);

        await talk.PlayAsync(
            "coordinator: 先别给教委发提醒了", "暂停|市教委|!催办以下",
            "coordinator: 取消", "已取消",
            "coordinator: 教委的提醒先停到4月15号", "暂停|市教委|2020-04-15",
            "coordinator: 取消", "已取消",
            "coordinator: stop reminding education", "paused|市教委");
    }

    /// <summary>7 April; 市商务局 and 市文化和旅游局 have reported.</summary>
    private static async Task<Talk> WithTwoAsync()
    {
        var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-8", "进展：甲 问题：乙 成效：丙 下一步：丁", "全部", "确认");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");
        return talk;
    }
}
