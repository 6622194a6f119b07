namespace PlanBot.Tests.Dialogs;

/// <summary>actually it was March 25, sorry: a figure or a day that was told earlier is put right where it stands, whatever is asked for now.</summary>
public sealed class EarlierValueTests
{
    [Theory]
    [InlineData("we published the digital health plan on March 20", "actually it was March 25, sorry", "on March 25")]
    [InlineData("we published the digital health plan on March 20", "sorry, I meant the 25th", "on March 25")]
    [InlineData("we published the digital health plan on 20 March", "wait, the date should be 25 March", "on 25 March")]
    [InlineData("we trained 412 guides in 3 courses", "no, it was 421 guides", "we trained 421 guides in 3 courses")]
    [InlineData("we trained 412 guides", "correction: 421", "we trained 421 guides")]
    [InlineData("3月20日发布了健康医疗数字化规划", "刚才进展里日期写错了，是25号", "3月25日发布")]
    [InlineData("3月20日发布了健康医疗数字化规划", "说错了，应该是3月25号", "3月25日发布")]
    [InlineData("3月20日发布了健康医疗数字化规划", "不好意思，其实是25日", "3月25日发布")]
    [InlineData("培训了26家单位，办班3期", "不对，是28家", "培训了28家单位，办班3期")]
    [InlineData("培训了26家单位，办班3期", "刚才单位数报错了，应该是28家", "培训了28家单位，办班3期")]
    [InlineData("培训了26家单位，办班3期", "更正一下，28家", "培训了28家单位，办班3期")]
    public async Task It_is_put_right_and_the_open_question_is_asked_again(string progress, string said, string corrected)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");
        await talk.SayAllAsync("unit-10", "第一项", progress);

        var answer = await talk.SayAsync("unit-10", said);

        Assert.True(answer.Contains("存在问题", StringComparison.Ordinal) || answer.Contains("\"Problems\"", StringComparison.Ordinal), answer);
        Assert.Contains(corrected, await talk.SayAllAsync("unit-10", "无", "无", "无"), StringComparison.Ordinal);
    }

    [Fact]
    public Task Of_several_it_is_asked_which_and_a_button_says_it() => Talk.PlayedAsync(
        "2020-04-01 09:00", "unit-9: 第一季度培训了26家单位，走访企业26家，建站30家", "存在问题",
        "unit-9: 不对，是28家", "28|存在问题|!取得成效",
        "unit-9: 把30家改成28家", "存在问题",
        "unit-9: 无", "", "unit-9: 无", "", "unit-9: 无", "走访企业26家，建站28家");

    [Theory]
    [InlineData("其实有28家企业没报材料", "其实有28家企业没报材料")]
    [InlineData("actually 28 firms have not answered", "actually 28 firms have not answered")]
    [InlineData("3月25号才收到数据", "3月25号才收到数据")]
    public async Task An_answer_that_holds_a_figure_is_an_answer(string said, string problems)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.SayAllAsync("unit-9", "培训了26家单位，3月20日结业", said, "参训150人", "无");

        Assert.Contains(problems, await talk.SayAsync("unit-9", "什么时候截止"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不好意思,早上报的商户数写错了,应该是1020户", "改造商户1020户")]
    [InlineData("刚才报的商户数不对，是1020户", "改造商户1020户")]
    [InlineData("the number I sent this morning should be 1020", "改造商户1020户")]
    [InlineData("商户应该是1020户", "改造商户1020户")]
    [InlineData("sorry, wrong figure this morning, it should be 1020", "改造商户1020户")]
    public async Task A_figure_that_was_filed(string said, string corrected)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");
        await talk.SayAllAsync("unit-15", "进展：完成刷脸支付改造商户1200户 问题：无 成效：预警准确率提高 下一步：推广", "提交");
        await talk.MoveToAsync("2020-04-01 15:00");

        await talk.PlayAsync($"unit-15: {said}", $"{corrected}", "unit-15: 对,改成这个", "2");

        Assert.Equal(2, (await talk.VersionsAsync("unit-15", 1)).Count);
    }

    [Fact]
    public async Task Of_several_filed_figures_it_is_asked_which()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");
        await talk.SayAllAsync("unit-15", "progress: 412 shops changed, 9 banks visited. problems: none. results: 3 banks joined. next: go on", "confirm");

        await talk.PlayAsync(
            "unit-15: the number I sent this morning should be 320", "412|9|3 banks|Nothing was changed",
            "unit-15: change 412 shops to 320 shops in the Progress", "Progress: 320 shops changed, 9 banks visited");
    }
}
