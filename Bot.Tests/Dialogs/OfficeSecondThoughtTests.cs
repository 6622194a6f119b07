using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>What was done is taken back, changed, explained: in the same conversation, and where no conversation remembers it.</summary>
public sealed class OfficeSecondThoughtTests
{
    private const string Report = "进展：甲 问题：乙 成效：丙 下一步：丁";

    [Theory]
    [InlineData("哎等下，刚才那个收错了，退回未审状态")]
    [InlineData("undo that")]
    [InlineData("that acceptance was a mistake")]
    [InlineData("刚刚批错了，恢复原状")]
    [InlineData("手滑通过了，撤回来")]
    [InlineData("I shouldn't have accepted it")]
    [InlineData("把政务办的通过撤销")]
    public async Task What_was_just_accepted_is_open_again(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 15:00");
        await talk.SayAllAsync("unit-14", Report, "确认");

        await talk.PlayAsync(
            "coordinator: 政务办那份我看过了，没毛病，收了吧", "市政务服务办|审核通过|!理由",
            "coordinator: 对", "已审核通过");
        var answer = await talk.SayAsync("coordinator", said);

        Assert.True(answer.Contains("已撤销：审核通过", StringComparison.Ordinal) || answer.Contains("Undone: acceptance", StringComparison.Ordinal), answer);
        Assert.Equal(ObligationState.Submitted, (await talk.RowsOfAsync("unit-14"))[0].State);
    }

    [Theory]
    [InlineData("撤销给教委的延期", RulingKind.Extend)]
    [InlineData("刚才教委那个延错了，改回来", RulingKind.Extend)]
    [InlineData("undo the extension of education", RulingKind.Extend)]
    [InlineData("教委那份退错了", RulingKind.Return)]
    [InlineData("把教委的退回撤销", RulingKind.Return)]
    public async Task What_was_done_elsewhere_is_found_in_the_audit(string said, RulingKind kind)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 15:00");
        if (kind == RulingKind.Return)
            await talk.SayAllAsync("unit-2", $"第一项：{Report}", "确认");
        var before = await talk.RowsOfAsync("unit-2");
        await RuleAsync(talk, kind, kind == RulingKind.Return ? [before[0].ObligationId] : [.. before.Select(row => row.ObligationId)]);
        await talk.MoveToAsync("2020-04-02 15:10");

        var answer = await talk.SayAsync("coordinator", said);

        Assert.True(answer.Contains("已撤销", StringComparison.Ordinal) || answer.Contains("Undone", StringComparison.Ordinal), answer);
        Assert.Equal(before.Select(row => (row.State, row.DueOn, row.SubmittedAt)), (await talk.RowsOfAsync("unit-2")).Select(row => (row.State, row.DueOn, row.SubmittedAt)));
        await talk.PlayAsync("coordinator: 撤销给教委的延期", "没有可以撤销的市教委的操作|没有做任何改动");
    }

    [Fact]
    public async Task Where_nothing_in_the_conversation_can_be_undone_the_last_acts_are_told()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 15:00");
        await talk.PlayAsync("coordinator: 撤销", "没有可以撤销|没有做任何改动|!最近做的是");
        await RuleAsync(talk, RulingKind.Extend, [.. (await talk.RowsOfAsync("unit-2")).Select(row => row.ObligationId)]);
        await talk.MoveToAsync("2020-04-02 15:10");

        await talk.PlayAsync(
            "coordinator: 撤销", "您最近做的是|2020-04-02 15:00 延期：市教委|没有做任何改动",
            "coordinator: 撤销给市教委的延期", "已撤销：延期",
            "coordinator: 催一下教委", "1人",
            "coordinator: 确认", "已催办",
            "coordinator: 撤销", "收不回来|!没有可以撤销");
    }

    [Fact]
    public async Task A_reason_that_is_said_afterwards_is_kept()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "coordinator: 金融局延到4月9号", "2020-04-09",
            "coordinator: 好", "已延期",
            "coordinator: 理由是系统升级", "市金融局|延期|补记理由：系统升级",
            "coordinator: 谁给金融局延的期", "补记理由|系统升级",
            "coordinator: extend commerce until the 9th", "2020-04-09",
            "coordinator: ok", "extension",
            "coordinator: because they are moving offices", "reason was added|they are moving offices",
            "coordinator: 催一下教委", "1人",
            "coordinator: 好", "已催办",
            "coordinator: 理由是太慢了", "!补记");
        var extension = Assert.Single(await talk.Get<IObligationRepository>().ExtensionsAsync((await talk.RowsOfAsync("unit-12"))[0].ObligationId, CancellationToken.None));
        Assert.Equal("系统升级", extension.Reason);
    }

    [Fact]
    public async Task Ones_own_last_acts_and_those_of_a_day_are_told()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "coordinator: 商务局延到4月9号", "2020-04-09",
            "coordinator: 好", "已延期");
        await talk.MoveToAsync("2020-04-02 10:00");
        await talk.SayAllAsync("unit-14", Report, "确认");
        await talk.PlayAsync(
            "coordinator: 教委延到4月9号", "2020-04-09",
            "coordinator: 是的", "已延期",
            "coordinator: 今天都谁改了什么，调出来看看", "市教委2020年第一季度第一项|市政务服务办|!市商务局|!导入计划",
            "coordinator: 昨天谁动过", "市商务局|!市教委|!市政务服务办",
            "coordinator: 本周的操作记录", "市商务局|市教委|2020-03-30至2020-04-02",
            "coordinator: 我刚才都干了啥", "您|市教委|市商务局|!市政务服务办",
            "coordinator: what did I just do?", "your own acts|市教委|!市政务服务办",
            "coordinator: what was changed yesterday", "2020-04-01|市商务局|!市教委",
            "coordinator: 上周的操作记录", "还没有操作记录");
    }

    private static async Task RuleAsync(Talk talk, RulingKind kind, IReadOnlyList<Guid> obligations)
    {
        var coordinator = (await talk.Get<IPersonRepository>().FindByIdentityAsync(Ledgers.Browser, "coordinator", CancellationToken.None))!;
        Assert.NotNull(await talk.Get<RuleOnReports>().RunAsync(new(kind, obligations, new(2020, 4, 10), "缺数据"), coordinator.Id, "directline", CancellationToken.None));
    }
}
