using System.Text;
using PlanBot.Data.Repositories;
using PlanBot.Importing;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>The coordinator of a plan asks how far the plans below are.</summary>
public sealed class CascadeInChatTests
{
    [Fact]
    public async Task Progress_of_the_plans_below_is_told_by_task()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.PlayAsync("coordinator: 下级进展怎么样", "还没有下级计划的任务与本计划关联");
        var plans = talk.Get<IPlanRepository>();
        var above = Assert.Single(await plans.AllAsync(CancellationToken.None));
        var task = (await plans.TasksAsync(above.Id, CancellationToken.None))[0];
        var notice = $"""
            云河区人民政府关于印发2020年重点工作的通知
            请各单位于下一个季度的第三个工作日前将工作进展情况、存在问题报送区政府办。
            云河区人民政府
            2020年3月20日
            1.{task.Text.ReplaceLineEndings("")}（责任单位：区科技局）
            2.举办农民丰收节。（责任单位：区农业农村局）
            """;
        var imported = await talk.Get<ImportNotice>().RunAsync(new NoticeImport(NoticeReader.Read(Encoding.UTF8.GetBytes(notice), "a.txt").Notice!, "a.txt", "1", above.Id, null, "command"), CancellationToken.None);
        var view = await talk.Get<LinkTasks>().ViewAsync(imported.Plan.Id, CancellationToken.None);

        Assert.Equal(task.Id, Assert.Single(view!.Proposed).Parent.Id);
        await talk.Get<LinkTasks>().ConfirmAsync([(view.Proposed[0].Child, view.Proposed[0].Parent)], null, "command", CancellationToken.None);

        foreach (var person in new[] { "coordinator", "leader" })
            await talk.PlayAsync(
                $"{person}: 下级进展怎么样", $"《{above.Title}》的下级进展|《云河区人民政府关于印发2020年重点工作的通知》|［区科技局］：应报1，已报0|!农民丰收节",
                $"{person}: how far are the districts", "0 of 1 reported");
        await talk.PlayAsync("unit-2: 下级进展怎么样", "!区科技局");
    }
}
