using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Data.QueryPlans;

/// <summary>No question of the chat, no report and no reminder reads the ledger from end to end: every statement they run is explained by the database.</summary>
/// <remarks>SQLite plans as in production, without statistics. PostgreSQL's statistics are once from the evening before, not knowing what the last steps have written, and once fresh.</remarks>
public abstract class QueryPlanTests
{
    private static readonly string[] Ledger =
        ["obligation", "progress_entry", "progress_entry_section", "report_draft", "report_draft_section", "reminder", "audit", "chat_conversation", "chat_activity", "bot_state"];

    /// <summary>Indexes of what waits or is being sent, and of nothing else; and the audit's, from which a page is read, the newest first.</summary>
    private static readonly string[] OfFew = ["reminder_waiting", "reminder_leased", "audit_by_time"];

    private static CancellationToken None => CancellationToken.None;

    protected QueryPlanTests(BusyOffice office)
    {
        Office = office;
        office.Forget();
    }

    private BusyOffice Office { get; }

    [DatabaseFact]
    public async Task No_question_of_the_chat_scans_the_ledger()
    {
        Office.MoveTo("2025-01-09 10:00");
        string[] ofEverybody =
            ["下级进展", "谁延期了", "有哪些任务", "跟数据沾边的任务是谁家的", "春阳县教育局上季度说的下一步兑现了没", "谁逾期了", "更多", "谁没报", "三季度还有谁没报", "谁报了", "谁按时报了", "交齐了吗", "报送率", "春阳县教育局报了吗", "看看春阳县教育局三季度的报告", "几号交", "who is overdue for Q3?",
                "历次按时率", "汇总三季度的问题", "三季度的问题现在怎么样了", "谁联系不上", "最近的操作记录", "谁改过春阳县教育局第一项", "下一次提醒发给谁", "春阳县教育局联络员是谁", "春阳县教育局第一项的版本", "导出三季度汇总", "系统里有几个人", "删除春阳县教育局的报告", "昨天之前交的有谁", "春阳县教育局收到提醒了吗", "明天上班吗", "English please", "有没有暂停的单位", "谁负责催报", "我刚才都干了啥", "简单说说三季度报送情况", "哪家提到经费了", "报送率是按单位算还是按任务算", "汇总表里逾期的会标出来吗", "刚才办的都办完了没", "两个季度都没交的有谁", "每家收了几条提醒", "春阳县教育局催过几次了", "报齐了还会收到提醒吗", "提醒节点有哪些", "打扰了大家多少次", "钉钉额度够用吗", "看板", "有几个计划", "怎么给单位延期"];
        string[] ofOneself = ["我的任务", "我们报了吗", "看看我们三季度的报告", "几号交", "帮助", "第一项的版本", "确认之后还能改吗", "要领导签字吗", "申请批了吗", "有字数限制吗", "现在还能补吗", "你是真人还是机器人", "别的单位看得到我们报的东西吗", "进展和成效有什么区别", "怎么报", "逾期会怎么样", "没答复前这项要不要报啊", "好的我下午报"];
        foreach (var text in ofEverybody)
        {
            Assert.NotEmpty(await Office.SayAsync("coordinator", text));
            Assert.NotEmpty(await Office.SayAsync("leader", text));
        }
        foreach (var text in ofOneself)
        {
            Assert.NotEmpty(await Office.SayAsync("contact", text));
            Assert.NotEmpty(await Office.SayAsync("backup", text));
        }
        foreach (var audited in new[] { Office.Province.Current.Id, Office.Province.Plan.Id })
            await Office.Get<IAuditRepository>().OfAsync(audited, None);

        var units = (await Office.Get<IUnitRepository>().OfPlanAsync(Office.Province.Plan.Id, None)).ToList();
        var asked = ofEverybody.Select(text => Understand.Utterance(text, units, speaker: Speaker.Office).Intent).Concat(ofOneself.Select(text => Understand.Utterance(text, units, speaker: Speaker.Unit).Intent));
        Assert.Empty(Enum.GetValues<Intent>().Where(Answerer.IsQuestion).Except(asked));
        await AssertNoScanAsync(atLeast: 10);
    }

    [DatabaseFact]
    public async Task No_page_of_the_dashboard_scans_the_ledger()
    {
        var (desk, period) = (new DeskQuery(Office.Recording), Office.Province.Current.Id);
        var units = (await new LedgerQuery(Office.Database).TallyAsync(period, Office.Province.Current.DueAt, None)).Take(40).Select(unit => unit.UnitId).ToList();

        Assert.NotEmpty(await desk.HeatAsync(period, units, None));
        var tasks = await desk.TasksAsync(period, units, None);
        Assert.NotEmpty((await desk.OfTaskAsync(period, tasks[0].Id, null, 0, 40, None)).Cells);
        Assert.NotEmpty(await desk.LatestAsync(Office.Province.Periods[^2].Id, null, 8, None)); // nothing of the last one is reported yet
        await desk.LatestAsync(period, units, 8, None);

        await AssertNoScanAsync(atLeast: 5);
    }

    [DatabaseTheory]
    [InlineData("培训", 0)] // stands in every report
    [InlineData("选址", 0)] // stands in none
    [InlineData("培训", 40)]
    public async Task No_search_scans_the_ledger(string words, int fewUnits)
    {
        var units = (await Office.Get<IUnitRepository>().OfPlanAsync(Office.Province.Plan.Id, None)).Select(unit => unit.Id).Take(fewUnits == 0 ? 1000 : fewUnits).ToList();
        var search = new SearchQuery(Office.Recording, new StoppedClock(Province.EscalationDay), fewUnits);

        var found = await search.RunAsync(words, [.. Office.Province.Periods.Reverse().Select(period => period.Id)], units, 51, TimeSpan.FromMinutes(1), None);

        Assert.Equal((words == "培训" ? 51 : 0, false), (found.Texts.Count, found.IsCutShort));
        await AssertNoScanAsync(atLeast: 1);
    }

    [DatabaseFact]
    public async Task No_page_for_another_system_scans_the_ledger()
    {
        var (query, period, plan, due) = (new ApiQuery(Office.Recording), Office.Province.Current.Id, Office.Province.Plan.Id, Office.Province.Current.DueAt);

        var page = await query.OwedAsync(new(period), null, 50, None);
        Assert.Equal(50, page.Count);
        await query.OwedAsync(new(period), page[^1].AssignmentId, 50, None);
        await query.OwedAsync(new(period, [page[0].UnitId]) { TaskId = page[0].TaskId, State = ObligationState.Submitted }, null, 50, None);
        Assert.NotEmpty(await query.OwedAsync(new(Office.Province.Periods[^2].Id) { MustCount = true }, null, 50, None));
        var overdue = await query.OverdueAsync(new(period), due, null, 50, None);
        Assert.NotEmpty(overdue);
        await query.OverdueAsync(new(period, [overdue[^1].UnitId]), due, (overdue[^1].UnitId, overdue[^1].ObligationId), 50, None);
        Assert.NotNull(await query.FindAsync(page[0].ObligationId, None));
        await query.FellDueAsync(period, due.AddMinutes(-1), due, None);
        Assert.NotEmpty(await query.DuePeriodsAsync(plan, due, None));
        var units = await query.UnitsAsync(plan, null, null, 50, None);
        await query.UnitsAsync(plan, [units[^1].Id], units[0].Id, 50, None);
        Assert.NotEmpty(await query.AssignmentsAsync(plan, null, null, 50, None));

        await AssertNoScanAsync(atLeast: 8);
    }

    [DatabaseFact]
    public async Task Neither_reporting_nor_urging_scans_the_ledger()
    {
        await Office.SayAsync("contact", "开始报送");
        await Office.SayAsync("contact", "完成两期培训");
        await Office.SayAsync("contact", "取消");
        await Office.SayAsync("contact", "进展：甲 问题：乙 成效：丙 下一步：丁");
        Assert.Contains("已", await Office.SayAsync("contact", "确认"), StringComparison.Ordinal);
        await Office.SayAsync("contact", "成效改为：戊");
        await Office.SayAsync("contact", "确认");
        Office.MoveTo("2025-01-09 10:00");
        await Office.SayAsync("coordinator", "催办");
        await Office.SayAsync("coordinator", "确认");
        await Office.SayAsync("coordinator", "催一下春阳县公安局");
        await Office.SayAsync("coordinator", "确认");

        Assert.Contains(Office.Statements, statement => statement.Text.StartsWith("UPDATE obligation", StringComparison.Ordinal));
        Assert.Contains(Office.Statements, statement => statement.Text.StartsWith("INSERT INTO reminder", StringComparison.Ordinal));
        await AssertNoScanAsync(atLeast: 20);
    }

    [DatabaseFact]
    public async Task Neither_opening_nor_queueing_nor_sending_scans_the_ledger()
    {
        await Office.Get<OpenPeriods>().RunAsync(Province.At("2025-01-02 10:00"), None);
        foreach (var moment in new[] { "2025-01-07 09:00", "2025-01-09 09:00", "2025-01-09 09:01" })
            await Office.Get<QueueReminders>().RunAsync(Province.At(moment), None);
        Office.MoveTo("2025-01-09 09:01");
        await Office.Get<ReminderAgenda>().NextAsync(Province.At("2025-01-09 09:01"), None);
        var outbox = Office.Get<IReminderRepository>();
        var message = (await outbox.LeaseDueAsync(Province.At("2025-01-09 09:01"), TimeSpan.FromMinutes(5), 1, None))[0];
        var (lease, batch) = (message.LeaseId!.Value, Office.Get<SendingSources>().Batch([message], Province.At("2025-01-09 09:01"), None));
        var composed = await Office.Get<ComposeReminder>().RunAsync([message], Province.At("2025-01-09 09:01"), batch, None);
        await SendingRules.IsSnoozedAsync([message with { Kind = ReminderKind.Step }], batch);
        await Office.Get<SendingRules>().PutOffUntilAsync([message with { Kind = ReminderKind.Step }], Province.At("2025-01-09 09:01"), batch);
        var terms = new DeliveryTerms(Province.At("2025-01-09 10:00"));
        await Office.Get<DeliverReminder>().RunAsync(composed.Content!, await batch.IdentitiesAsync(message.PersonId), terms, None);
        await outbox.MarkSentAsync([new(message.MessageId, lease, "directline")], Province.At("2025-01-09 09:02"), None);
        await outbox.MarkSkippedAsync([message.Id], lease, "reported", None);
        await outbox.RetryAsync(message.MessageId, lease, Province.At("2025-01-09 09:05"), 1, "503", None);
        await outbox.PutOffAsync(message.MessageId, lease, Province.At("2025-01-09 09:05"), None);
        await outbox.MarkFailedAsync(message.MessageId, lease, 1, "gave up", None);

        await AssertNoScanAsync(atLeast: 20);
    }

    [DatabaseFact]
    public async Task Errands_of_a_channel_are_settled_by_the_ledger_without_a_scan_of_it()
    {
        var (errands, now) = (Office.Get<IErrandRepository>(), Province.At("2025-01-09 09:01"));
        var person = (await Office.Get<IPersonRepository>().AllAsync(None)).First(one => one.Contacts.Count > 0);
        var todo = new ChannelErrand(Guid.CreateVersion7(), "dingtalk", ErrandKind.Todo, person.Id, Office.Province.Current.Id, "", "staff-1", "x", now, ErrandState.Wanted, null, now, 0);
        await errands.WantAsync(todo, [person.Contacts[0].UnitId], None);
        foreach (var errand in await errands.LeaseAsync("dingtalk", now, now.AddMinutes(5), 9, None))
            await errands.MoveAsync(errand, ErrandState.There, "task1", now, None);
        await errands.SettleAsync("dingtalk", now, None);

        await AssertNoScanAsync(atLeast: 4);
    }

    [DatabaseFact]
    public async Task Neither_opening_the_page_nor_writing_in_it_scans_the_chats()
    {
        var chat = Office.Get<IChatRepository>();
        var conversation = await chat.OpenAsync("contact", "c1", None);
        await chat.MarkGreetedAsync(conversation.Id, None);
        await chat.AppendAsync(conversation.Id, [new("a1", "{}")], None);
        await chat.ReadAsync(conversation.Id, 0, 200, None);
        await chat.FindAsync(conversation.Id, None);

        await AssertNoScanAsync(atLeast: 5);
    }

    [DatabaseTheory]
    [InlineData("SELECT count(*) FROM obligation WHERE version = 7", "obligation by")]
    [InlineData("SELECT o.id FROM obligation o WHERE o.due_on = '2020-01-01' ORDER BY o.period_id", "obligation by")]
    [InlineData("SELECT e.author_id FROM unit u JOIN progress_entry e ON e.channel = u.name", "progress_entry by")]
    [InlineData("UPDATE reminder SET outcome = 'x' WHERE period = '2020Q1'", "reminder by")]
    [InlineData("SELECT id FROM reminder WHERE plan_id = '00000000-0000-0000-0000-000000000000' AND period = '2024Q4' AND step = 'due'", "all reminders of a period")]
    public async Task A_statement_that_scans_is_found(string sql, string finding)
    {
        await using (var connection = await Office.Recording.OpenAsync(None))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        Assert.Contains(finding, Assert.Single(await ScansAsync()), StringComparison.Ordinal);
    }

    private async Task AssertNoScanAsync(int atLeast)
    {
        Assert.Empty(await ScansAsync());
        if (Office.Database.Dialect == Dialect.Postgres)
        {
            await Province.RunOutsideTransactionAsync(Office.Database, "ANALYZE"); // as autovacuum may at any moment
            Assert.Empty(await ScansAsync());
        }
        var texts = Office.Statements.Select(statement => statement.Text).Distinct().Count();
        Assert.True(texts >= atLeast, $"Only {texts} statements were run.");
    }

    private async Task<IReadOnlyList<string>> ScansAsync()
    {
        var scans = new List<string>();
        foreach (var statement in Office.Statements.DistinctBy(statement => statement.Text).ToList())
        {
            foreach (var plan in await StatementPlan.OfAsync(statement, Office.Database))
                scans.AddRange(plan.Searches.Select(search => WhyScan(search, plan)).OfType<string>().Select(why => $"{why}\n{plan.Statement}"));
        }
        return [.. scans.Distinct()];
    }

    /// <summary>Null for a search that goes straight to its rows.</summary>
    private static string? WhyScan(TableSearch search, StatementPlan plan)
    {
        if (!Ledger.Contains(search.Table) || OfFew.Contains(search.Index))
            return null;
        if (search.Condition.Length == 0 && !(search.Table == "reminder" && plan.IsCount))
            return $"a scan: {search}";
        // Whatever is asked of reminders is about people or messages, but for the figures of a period.
        if (search.Table == "reminder" && !plan.IsCount && search.Index == "reminder_of_period" && !search.Condition.Contains("person_id", StringComparison.Ordinal))
            return $"all reminders of a period: {search}";
        // What is open is few among what was reported, and has an index of its own. A period's figures need all of it.
        return search.Table == "obligation" && plan.IsAboutOpen && IsByPeriodAlone(search) ? $"all that a period ever owed: {search}" : null;
    }

    private static bool IsByPeriodAlone(TableSearch search) =>
        search.Index != "obligation_open" && !search.Condition.Contains("unit_id", StringComparison.Ordinal) && !search.Condition.Contains("assignment_id", StringComparison.Ordinal)
        && search.Condition.Contains("period_id", StringComparison.Ordinal);
}

public sealed class QueryPlansOnSqlite(BusyOfficeOnSqlite office) : QueryPlanTests(office), IClassFixture<BusyOfficeOnSqlite>;

public sealed class QueryPlansOnPostgres(BusyOfficeOnPostgres office) : QueryPlanTests(office), IClassFixture<BusyOfficeOnPostgres>;
