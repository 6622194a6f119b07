using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>撤回, and what changed from one version to the next.</summary>
public sealed class WithdrawalTests
{
    private const string Labelled = "进展：服务企业26家，签约3项 问题：乙 成效：丙 下一步：丁";

    [Fact]
    public async Task A_report_is_taken_back_before_it_is_due_and_reported_again()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", Labelled, "全部", "确认");

        await talk.PlayAsync(
            "unit-2: 撤回第二项", "第二项（第1版）|2020-04-03|确认|!第一项",
            "unit-2: 确认", "已撤回|第二项",
            "unit-2: 我的任务", "待报1项|已撤回",
            "coordinator: 教委报了吗", "报了一部分|第二项|已撤回",
            "unit-2: 接着写", "请核对|服务企业26家",
            "unit-2: 进展改成服务企业28家，签约3项", "28家",
            "unit-2: 确认", "第二项（第2版）|本期各项已全部报齐");

        Assert.Equal([1, 2], (await talk.VersionsAsync("unit-2", task: 2)).Select(version => version.Version));
        var id = (await talk.RowsOfAsync("unit-2"))[1].ObligationId;
        Assert.Contains(await talk.Get<IAuditRepository>().OfAsync(id, CancellationToken.None), record => record.Action == "withdraw-report");
        await AssertWholeAsync(talk);
    }

    [Fact]
    public async Task The_ledger_is_whole_while_a_report_is_taken_back_and_it_can_be_undone()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认", "撤回", "确认");

        Assert.Equal(ObligationState.Draft, (await talk.RowsOfAsync("unit-9"))[0].State);
        await AssertWholeAsync(talk);
        await talk.PlayAsync("unit-9: 撤销", "已撤销");

        Assert.Equal((ObligationState.Submitted, 1), ((await talk.RowsOfAsync("unit-9"))[0].State, (await talk.RowsOfAsync("unit-9"))[0].Version));
        await AssertWholeAsync(talk);
    }

    [Fact]
    public async Task After_the_due_date_it_is_refused_with_what_can_be_done()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "unit-9: 撤回第一项", "已过截止日期|改成",
            "unit-9: withdraw task 1", "has passed",
            "unit-3: 撤回第一项", "还没有报送，没有可撤回的内容");
        Assert.Equal(ObligationState.Submitted, (await talk.RowsOfAsync("unit-9"))[0].State);
    }

    [Fact]
    public async Task Nothing_changes_without_the_confirmation()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认");

        await talk.PlayAsync("unit-9: 撤回", "将撤回", "unit-9: 取消", "没有做任何改动");
        Assert.Equal(ObligationState.Submitted, (await talk.RowsOfAsync("unit-9"))[0].State);
    }

    [Fact]
    public async Task Versions_are_shown_as_differences()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", Labelled, "全部", "确认");

        await talk.PlayAsync("unit-2: 第二项改了什么", "共1版|没有修改过");
        await talk.SayAllAsync("unit-2", "第二项进展改成服务企业28家，签约3项", "确认");

        await talk.PlayAsync(
            "unit-2: 第二项改了什么", "共2版|服务企业〔删：26〕〔增：28〕家|未改：存在问题",
            "unit-2: what changed in task 2", "removed: 26|added: 28|Unchanged: Problems",
            "coordinator: 看看教委第二项的版本", "市教委|第1版|第2版|〔增：28〕",
            "coordinator: 教委改了什么", "〔增：28〕",
            "leader: 教委第二项改了什么", "〔增：28〕",
            "unit-3: 看看教委第二项的版本", "只能查看本单位|!28");
    }

    private static async Task AssertWholeAsync(Talk talk)
    {
        foreach (var rule in talk.Get<ILedgerCheck>().Rules)
            Assert.Empty(await talk.Get<ILedgerCheck>().BreakingAsync(rule, 9, CancellationToken.None));
    }
}
