using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>The preview of an import shows every task, and is put right in words before anything is stored.</summary>
public sealed class ImportRepairInChatTests
{
    [Fact]
    public async Task Every_task_is_shown_with_its_units_page_by_page_and_the_doubts_come_first()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        var preview = await SendAsync(talk, Long);

        Assert.Contains("共13项任务", preview, StringComparison.Ordinal);
        Assert.True(preview.IndexOf("请留意", StringComparison.Ordinal) < preview.IndexOf("1. 修建", StringComparison.Ordinal));
        Assert.Contains("1. 修建第1座泵站。［牵头：县水务局；配合：县财政局］", preview, StringComparison.Ordinal);
        Assert.Contains("理解为：每月一报，当月25日前", preview, StringComparison.Ordinal);
        Assert.Contains("首期为2020年3月，2020-03-25截止", preview, StringComparison.Ordinal);
        Assert.Contains("以上为第1至10项，共13项，回复“下一页”继续", preview, StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 下一页", "11. 修建第11座泵站|13. |以上为第11至13项|确认导入|!10. 修建",
            "coordinator: 上一页", "1. 修建第1座泵站",
            "coordinator: 第2页", "13. 修建第13座泵站",
            "coordinator: more", "13. ",
            "coordinator: 下一页", "13. ",
            "coordinator: 第9页", "13. ",
            "coordinator: 上一页", "1. 修建第1座泵站",
            "coordinator: 取消", "没有做任何改动");
    }

    [Fact]
    public async Task Units_are_put_right_in_words_and_stored_so()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await SendAsync(talk, Long);

        await talk.PlayAsync(
            "coordinator: 第3项的责任单位改成县教委", "已改：第3项［牵头：县教委；配合：县财政局］|3. 修建第3座泵站。［牵头：县教委；配合：县财政局］|确认导入",
            "coordinator: 第2项牵头是县科技局不是县水务局", "第2项［牵头：县科技局；配合：县财政局］|3. 修建第3座泵站。［牵头：县教委",
            "coordinator: 把县财政局删掉", "已改：第1项［牵头：县水务局］|等13项|!配合：",
            "coordinator: 下一页", "11. 修建第11座泵站",
            "coordinator: 上一页", "3. 修建第3座泵站。［牵头：县教委|!已改",
            "coordinator: 第40项的责任单位改成县教委", "没有第40项，只读到13项任务",
            "coordinator: change the lead of task 4 to 县文旅局", "Changed: task 4 [Lead: 县文旅局]",
            "coordinator: 确认导入", "已入库|13项任务、4个单位");

        var plan = (await talk.Get<IPlanRepository>().AllAsync(CancellationToken.None))[1];
        var units = (await talk.Get<IUnitRepository>().OfPlanAsync(plan.Id, CancellationToken.None)).ToDictionary(unit => unit.Id, unit => unit.Name);
        var tasks = await talk.Get<IPlanRepository>().TasksAsync(plan.Id, CancellationToken.None);
        var shares = await talk.Get<IPlanRepository>().AssignmentsAsync(plan.Id, CancellationToken.None);
        Assert.Equal(
            ["县水务局", "县科技局", "县教委", "县文旅局"],
            tasks.Take(4).Select(task => units[Assert.Single(shares, share => share.TaskId == task.Id).UnitId]));
        Assert.Empty(await talk.Get<MendNotice>().OfPersonAsync(await CoordinatorAsync(talk), CancellationToken.None));
    }

    [Fact]
    public async Task The_link_leads_to_the_page_of_the_draft_where_what_was_said_stands_and_what_is_mended_there_is_stored()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        var first = await SendAsync(talk, Long);
        var again = await talk.SayAsync("coordinator", "第3项由县教委牵头");

        var links = new[] { first, again }.Select(text => Regex.Match(text, "signin\\?token=(?<token>[^&\\s]+)&to=(?<to>\\S+)")).ToList();
        Assert.All(links, link => Assert.True(link.Success));
        Assert.NotEqual(links[0].Groups["token"].Value, links[1].Groups["token"].Value);
        Assert.Equal(links[0].Groups["to"].Value, links[1].Groups["to"].Value);
        var draftId = Guid.Parse(Uri.UnescapeDataString(links[1].Groups["to"].Value)["/dashboard/import/".Length..]);
        var (draft, repair) = (await talk.Get<MendNotice>().FindAsync(draftId, await CoordinatorAsync(talk), CancellationToken.None))!.Value;
        Assert.Contains(repair.Notice.Tasks[2].Units, unit => unit is { Name: "县教委", Role: AssignmentRole.Lead });

        Assert.True(await talk.Get<MendNotice>().SaveAsync(draft, draft.Version, repair.WithoutTask(12), CancellationToken.None));
        await talk.PlayAsync("coordinator: 第1项由县住建局牵头", "共12项任务|已改：第1项", "coordinator: 确认导入", "已入库|12项任务");
    }

    [Fact]
    public async Task The_same_file_once_more_goes_on_with_what_was_put_right_and_another_begins_anew()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await SendAsync(talk, Long);
        await talk.SayAsync("coordinator", "第3项由县教委牵头");

        Assert.Contains("3. 修建第3座泵站。［牵头：县教委", await SendAsync(talk, Long), StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 第4项由县文旅局牵头", "已改：第4项［牵头：县文旅局|3. 修建第3座泵站。［牵头：县教委");

        Assert.Contains("3. 修建第3座泵站。［牵头：县教育局", await SendAsync(talk, Long.Replace("县水务局", "县教育局", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("3. 修建第3座泵站。［牵头：县水务局", await SendAsync(talk, Long), StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 第4项由县住建局牵头", "已改：第4项［牵头：县住建局");
    }

    [Fact]
    public async Task A_question_has_no_pages()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        var question = await SendAsync(talk, Long.Replace("请各单位于每月25日前将工作进展情况报送县政府办。", "", StringComparison.Ordinal));

        Assert.DoesNotContain("确认导入", question, StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 第2页", "!11. 修建第11座泵站",
            "coordinator: 每月25日前", "1. 修建第1座泵站|确认导入");
    }

    private static async Task<Guid> CoordinatorAsync(Talk talk) => (await talk.Get<IPersonRepository>().AllAsync(CancellationToken.None)).First(person => person.IsCoordinator).Id;

    private static async Task<string> SendAsync(Talk talk, string text) => string.Join(
        "\n---\n",
        (await talk.SendAsync(
            "coordinator",
            new Activity
            {
                Type = ActivityTypes.Message, Locale = "zh-CN",
                Attachments = [new Attachment { Name = "a.txt", ContentType = "text/plain", ContentUrl = $"data:text/plain;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}" }],
            })).Select(reply => reply.Text));

    private static string Long => $"""
        云河县人民政府关于印发2020年排涝工程任务分工的通知
        各有关单位：
        请各单位于每月25日前将工作进展情况报送县政府办。县经信委等单位参加。
        云河县人民政府
        2020年3月20日
        附件
        2020年排涝工程任务分工表
        序号 | 工作任务 | 牵头单位 | 配合单位 | 备忘 |
        {string.Join('\n', Enumerable.Range(1, 13).Select(number => $"{number} | 修建第{number}座泵站。 | 县水务局 | 县财政局 | 甲 |"))}
        """;
}
