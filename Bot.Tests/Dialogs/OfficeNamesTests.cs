namespace PlanBot.Tests.Dialogs;

/// <summary>All of them, a part of a name, leftovers that are no name; who is to be asked, and what rests.</summary>
public sealed class OfficeNamesTests
{
    [Theory]
    [InlineData("没交的统统催一遍")]
    [InlineData("全部催一下")]
    [InlineData("一律催办")]
    [InlineData("没报的都给我催一催")]
    [InlineData("chase all of them")]
    [InlineData("nudge the whole lot")]
    [InlineData("催催那帮拖着不交的")]
    public async Task All_of_them_is_no_name(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        var answer = await talk.SayAsync("coordinator", said);

        Assert.Contains("16", answer, StringComparison.Ordinal);
        Assert.Contains("天津证监局", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("催一下民航", "没有“民航”")]
    [InlineData("水务报了吗", "没有“水务”")]
    [InlineData("has the port authority reported?", "no unit \"port authority\"")]
    [InlineData("chase the water board", "no unit \"water board\"")]
    [InlineData("民航呢", "没有“民航”")]
    [InlineData("催催楼上那伙神仙", "请问要催哪个单位|!没有“")]
    public async Task A_name_that_the_plan_does_not_have_is_told_and_nothing_else_is_one(string said, string expected)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync($"coordinator: {said}", expected);
    }

    [Fact]
    public async Task Asked_whom_to_urge_all_is_an_answer()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 催催楼上那伙神仙", "请问要催哪个单位",
            "coordinator: 全部", "16人|确认",
            "coordinator: 取消", "已取消",
            "coordinator: 催催楼上那伙神仙", "请问要催哪个单位",
            "coordinator: 教委", "市教委联络员|!市金融局");
    }

    [Theory]
    [InlineData("那市委的那家", "市委网信办")]
    [InlineData("市委那家报了吗", "市委网信办")]
    [InlineData("证监那家呢", "天津证监局")]
    [InlineData("天津的那家", "人民银行天津分行|天津证监局|哪一个")]
    public async Task A_part_of_a_name_will_do_where_one_unit_has_it(string said, string expected)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync("coordinator: 水务局交了没有", "没有“水务局”", $"coordinator: {said}", expected);
    }

    [Fact]
    public async Task Who_chases_and_whom_to_call_is_told()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "leader: And who's responsible for chasing?", "coordinating office|!no unit",
            "leader: 谁负责催报啊", "牵头部门",
            "leader: 管理员是哪位", "牵头部门",
            "coordinator: who does the chasing", "coordinating office",
            "coordinator: 卫健委那边是谁对接的？电话多少", "市卫生健康委联络员|电话未登记",
            "coordinator: how do I ring the health commission", "no phone number on file",
            "coordinator: 网信办今年担了哪几件事", "市委网信办2020年第一季度共有3项任务|第三项|!还没有|!…",
            "coordinator: 总体啥情况，一句话说", "应报35项|已报0项");
    }

    [Fact]
    public async Task What_rests_is_told()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:30");

        await talk.PlayAsync(
            "coordinator: is anything paused at the moment?", "Nothing is paused",
            "coordinator: 暂停卫健委的提醒", "市卫生健康委|确认",
            "coordinator: 确定", "已暂停",
            "coordinator: 有没有哪家暂停了", "市卫生健康委",
            "coordinator: who's on hold right now", "市卫生健康委",
            "coordinator: 还是恢复吧", "恢复");
    }

    [Theory]
    [InlineData("那先别发了，清明前都停一停", "全部单位|2020-04-07")]
    [InlineData("清明前提醒都歇一歇", "全部单位|2020-04-07")]
    [InlineData("到8号之前都别发提醒了", "全部单位|2020-04-08")]
    [InlineData("pause everyone until the 10th", "all units|2020-04-10")]
    [InlineData("hold off the reminders until after Qingming", "all units|2020-04-07")]
    [InlineData("节前先别催了", "全部单位|2020-04-07")]
    public async Task All_rest_until_a_day_or_a_holiday(string said, string expected)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 10:00");

        await talk.PlayAsync(
            "coordinator: 下一轮提醒啥时候发？发给谁？内容先给我过过目", "2020-04-01|待报",
            $"coordinator: {said}", expected + "|!理由",
            "coordinator: 确定", "2020-04-");
    }

    [Fact]
    public async Task A_week_more_ends_on_the_same_weekday()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:30");

        await talk.PlayAsync(
            "coordinator: can we push the third task of the education commission out a week? they are swamped with reopening", "Task 3|2020-04-10|swamped|!Task 1",
            "coordinator: sure, do it", "Done|task 3",
            "coordinator: what's their deadline for the others?", "市教委|2020-04-03",
            "coordinator: 教委那边开学忙，给他们宽到4月15号", "理由：开学忙|2020-04-15",
            "coordinator: 取消", "已取消");
    }
}
