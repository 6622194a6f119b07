namespace PlanBot.Tests.Dialogs;

/// <summary>What a unit asked for or objected to, in its own words, and what the office answers; contacts that change hands; a period that is closed.</summary>
public sealed class OfficeRequestWordsTests
{
    [Theory]
    [InlineData("上午合作交流办是不是有意见，说的哪项，原话给我", "那就还是他们的，跟合作交流办回一句：按分工表照报，3号前")]
    [InlineData("合作交流办对哪项有异议，原话念给我听", "给合作交流办回个话：按分工表照报，3号前")]
    [InlineData("合作交流办提了什么异议", "跟合作交流办说一声：按分工表照报，3号前")]
    public async Task An_objection_is_told_in_its_own_words_and_answered_to_that_unit_alone(string asked, string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.PlayAsync("unit-13: 第三项展会签约项目不该我们报，这个归商务局", "分工异议|第三项", "unit-13: 确认", "已转告");
        await talk.MoveToAsync("2020-04-01 14:00");

        await talk.PlayAsync(
            $"coordinator: {asked}", "市合作交流办|第三项|展会签约项目不该我们报|!第一项",
            $"coordinator: {said}", "按分工表照报，3号前|市合作交流办联络员|!市教委联络员",
            "coordinator: 发", "已发给1人");
    }

    [Theory]
    [InlineData("农委那边要延是啥理由，要延到几号", "17号太晚了，给到15号")]
    [InlineData("农委申请延期的理由是什么", "太久了，最多给到15号")]
    [InlineData("农委为什么要延，要到哪天", "17号不行，延到15号吧")]
    public async Task Another_day_is_given_than_was_asked_for(string asked, string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.PlayAsync("unit-7: 智能大会改期了，论坛方案定不下来，两项都想延到4月17号", "2020-04-17", "unit-7: 确认", "编号1");

        await talk.PlayAsync(
            $"coordinator: {asked}", "市农业农村委|2020-04-17|论坛方案定不下来",
            $"coordinator: {said}", "市农业农村委|→ 2020-04-15|!→ 2020-04-17",
            "coordinator: 对就这么批", "已延期|2020-04-15");
    }

    [Theory]
    [InlineData("Development & Reform told me they have a new person for this: Chen Lixin, 13512340011. Keep the old one as backup please.", "sorry, last digit is 2 not 1", "that's it, go ahead")]
    [InlineData("发改委换人了，新的是陈立新13512340011，原来的留作备用", "最后一位是2不是1", "对，就这样")]
    [InlineData("发改委的联络员换成陈立新 13512340011，老的当备用", "尾号应该是12", "确认")]
    public async Task The_old_contact_stays_as_backup_and_a_wrong_digit_is_mended(string said, string digit, string yes) => await Talk.PlayedAsync(
        "2020-04-01 10:30",
        $"coordinator: {said}", "市发展改革委|13512340011",
        $"coordinator: {digit}", "13512340012|!13512340011",
        $"coordinator: {yes}", "市发展改革委|!抱歉",
        "coordinator: 发改委的联络员是谁", "13512340012|备用联络员：市发展改革委联络员",
        "coordinator: has he been reached already or does he need an invite?", "no account bound yet|!Say \"confirm\"");

    [Theory]
    [InlineData("I want to close the books on Q1.", "15 units (34 tasks)")]
    [InlineData("一季度关账吧", "15个单位、34项")]
    [InlineData("把一季度关了", "15个单位、34项")]
    [InlineData("close the first quarter", "15 units (34 tasks)")]
    [InlineData("关闭一季度报告期", "15个单位、34项")]
    public async Task A_period_is_closed_after_it_was_said_what_is_open(string said, string open)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync("unit-16: 进展：试点 问题：无 成效：投诉下降 下一步：推广", "请核对", "unit-16: 确认", "已报送");
        await talk.MoveToAsync("2020-05-20 10:00");

        await talk.PlayAsync(
            $"coordinator: {said}", open,
            "coordinator: if I do, can the stragglers still send theirs in?", "Yes|marked late",
            "coordinator: alright, close it", "closed",
            "coordinator: and the securities bureau, can they still touch what they filed?", "returned|!Yes. 天津证监局",
            "coordinator: 把一季度关了", "已于2020-05-20 10:00关闭",
            "unit-16: 成效改成：投诉下降一半", "!已报送：");
    }

    [Theory]
    [InlineData("so nothing on Thursday, right?", "Right, nothing goes to the units on 2020-04-09|resume|!市教委联络员")]
    [InlineData("下周四还发吗", "不会给各单位发提醒|恢复提醒")]
    [InlineData("接下来还有哪些提醒", "提醒已暂停|不会给各单位发提醒|!市教委联络员")]
    public async Task While_all_is_paused_that_is_said_first(string asked, string answer) => await Talk.PlayedAsync(
        "2020-04-07 15:00",
        "coordinator: pause all reminders", "paused",
        "coordinator: yes, pause", "paused",
        $"coordinator: {asked}", answer);

    [Theory]
    [InlineData("10号礼拜六也发？别又被人投诉", "2020-10-10|调休上班日，提醒照常发")]
    [InlineData("10月10号是周六，提醒还发吗", "2020-10-10|调休上班日，提醒照常发")]
    public async Task A_weekend_day_that_is_worked_is_said_to_be_one(string asked, string answer) => await Talk.PlayedAsync(
        "2020-09-28 10:00",
        "coordinator: 那提醒分别哪天发", "2020-09-30|2020-10-09|2020-10-10|2020-10-12",
        $"coordinator: {asked}", answer);

    [Theory]
    [InlineData("Transport rang, test track data not in yet. Give them till April 11.")]
    [InlineData("Transport called, their figures are missing. Let them have until April 11.")]
    [InlineData("交通委来电话，测试场数据没报上来。给他们延到4月11号。")]
    public async Task What_somebody_rang_about_is_the_reason(string said) => await Talk.PlayedAsync(
        "2020-04-08 10:00",
        $"coordinator: {said}", "市交通运输委|2020-04-11|!市教委",
        "coordinator: hang on, is the 11th a weekend?", "Yes, a day off|2020-04-11",
        "coordinator: make it the Monday after then", "市交通运输委|2020-04-13",
        "coordinator: yes please", "2020-04-13",
        "coordinator: are they still on the late list?", "市交通运输委|2020-04-13|!市教委");

    [Theory]
    [InlineData("科技局整体延三个工作日，他们超算样机现场走不开", "除了这个还动过他们别的没有")]
    [InlineData("科技局延三个工作日，走不开", "此外还改过他们什么没有")]
    public async Task Beside_what_was_told_nothing_is_on_record(string said, string asked)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 11:00");
        await talk.PlayAsync($"coordinator: {said}", "2020-04-09", "coordinator: 准", "已延期");
        await talk.MoveToAsync("2020-04-08 09:30");

        await talk.PlayAsync(
            "coordinator: 审计来问，科技局那个日期谁改的、几号改的、为啥", "2020-04-07 11:00|走不开",
            $"coordinator: {asked}", "没有。除上面这3条外");
    }
}
