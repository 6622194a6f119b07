namespace PlanBot.Tests.Dialogs;

/// <summary>A coordinator who goes on from what was said a moment ago, or says something else instead.</summary>
public sealed class ChangedMindTests
{
    [Theory]
    [InlineData("再晚两天，17号")]
    [InlineData("15号太早，17号吧")]
    [InlineData("make it two days later, April 17")]
    public async Task A_day_that_is_named_counts_for_more_than_days_that_are_counted(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 教委抗疫腾不出手，给他们延到4月15号", "2020-04-15",
            $"coordinator: {said}", "2020-04-17|!2020-04-08",
            "coordinator: 确认", "2020-04-17");
    }

    [Fact]
    public async Task A_unit_with_more_time_is_told_with_its_own_day()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 教委延到4月15号，人手不够", "2020-04-15",
            "coordinator: 确认", "2020-04-15",
            "coordinator: 教委报了吗", "截止日期为2020-04-15|尚未到期|!2020-04-03");
    }

    [Theory]
    [InlineData("教委的给放到4月10日")]
    [InlineData("教委那几项缓到4月10号吧")]
    [InlineData("把教委的宽到4月10号")]
    public async Task More_time_is_asked_for_in_other_words(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync($"coordinator: {said}", "延期|2020-04-10");
    }

    [Theory]
    [InlineData("没报的那两家给我催一下")]
    [InlineData("这两家催一下")]
    [InlineData("chase both of them")]
    public async Task Those_two_are_the_ones_that_were_just_spoken_of(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 教委、商务局一季度啥情况", "市教委|市商务局",
            $"coordinator: {said}", "市教委联络员|市商务局联络员|!市科技局");
    }

    [Theory]
    [InlineData("这几天各委办都在忙防疫，自动提醒先停一停")]
    [InlineData("各委办局最近都忙，提醒先停一停")]
    [InlineData("最近几家银行都在年审，自动提醒先停几天")]
    public async Task All_offices_are_none(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync($"coordinator: {said}", "!没有“");
    }

    [Theory]
    [InlineData("说错了，不是免报，是延到4月14号")]
    [InlineData("不是免报，是延到4月14号")]
    [InlineData("错了，不是要免报，是要延期到4月14号")]
    public async Task Not_that_but_this_is_no_reason(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 教委这次免报", "说明理由",
            $"coordinator: {said}", "2020-04-14|!免报：");
    }
}
