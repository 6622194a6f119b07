using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Queries;

/// <summary>The office's read models: trend, problems, audit trail, reach, export.</summary>
public abstract partial class OfficeQueryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset InTime = Ledgers.At("2020-04-02 10:00");
    private static readonly DateTimeOffset Late = Ledgers.At("2020-04-07 10:00");

    [DatabaseFact]
    public async Task The_trend_counts_each_obligation_once_and_the_waived_apart()
    {
        var second = await Ledger.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00")).OpenAsync(Database);
        await FileAsync(0, InTime, "无");
        await FileAsync(1, Late, "人手不足");
        await SaveAsync(Ledger.Obligations[2], Ledger.Obligations[2] with { State = ObligationState.Waived });

        var all = await new TrendQuery(Database).RunAsync([second.Period.Id, Ledger.Period.Id], null, None);
        var one = await new TrendQuery(Database).RunAsync([Ledger.Period.Id], [Ledger.Units[1].Id], None);

        Assert.Equal([new(2020, 1), new(2020, 2)], all.Select(period => period.Period));
        Assert.Equal((5, 1, 4, 2, 1, 1, 2), Figures(all[0]));
        Assert.Equal((5, 0, 5, 0, 0, 0, 5), Figures(all[1]));
        Assert.Equal((2, 0, 2, 1, 0, 1, 1), Figures(Assert.Single(one)));

        static (int, int, int, int, int, int, int) Figures(PeriodTally period) =>
            (period.Total, period.Waived, period.Owed, period.Reported, period.InTime, period.Late, period.Open);
    }

    [DatabaseFact]
    public async Task Problems_stand_beside_those_of_the_other_period()
    {
        var second = await Ledger.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00")).OpenAsync(Database);
        await FileAsync(0, InTime, "无");
        await FileAsync(3, InTime, "人手不足"); // the second task of 市卫生健康委, whose first is not reported
        await FileAsync(second.Obligations[3], Late, "人手仍不足");

        var rows = await new ProblemQuery(Database).RunAsync(second.Period.Id, Ledger.Period.Id, 2, null, None);
        var first = await new ProblemQuery(Database).RunAsync(Ledger.Period.Id, second.Period.Id, 2, null, None);
        var alone = await new ProblemQuery(Database).RunAsync(Ledger.Period.Id, null, 2, [Ledger.Units[0].Id], None);

        var row = Assert.Single(rows);
        Assert.Equal(("市卫生健康委", 2, "人手仍不足", "人手不足"), (row.UnitName, row.UnitTaskOrdinal, row.Text, row.OtherText));
        Assert.Equal([("市教委", "无", ObligationState.Pending, null), ("市卫生健康委", "人手不足", ObligationState.Submitted, "人手仍不足")], first.Select(one => (one.UnitName, one.Text, one.OtherState!.Value, one.OtherText)));
        Assert.Equal(("无", null, null), Assert.Single(alone) is { } only ? (only.Text, only.OtherState, only.OtherText) : default);
    }

    [DatabaseFact]
    public async Task A_problem_carries_what_was_decided_about_it()
    {
        await FileAsync(0, InTime, "场地不足");
        await FileAsync(3, InTime, "人手不足");
        var marks = new ProblemMarkRepository(Database);
        var (first, other) = (Ledger.Obligations[0].Id, Ledger.Obligations[3].Id);

        await marks.SetAsync(first, ProblemMark.Followed, Ledger.Coordinator.Id, InTime, None);
        await marks.SetAsync(first, ProblemMark.Solved, Ledger.Coordinator.Id, Late, None);
        await marks.SetAsync(other, ProblemMark.Followed, Ledger.Coordinator.Id, Late, None);
        var marked = await new ProblemQuery(Database).RunAsync(Ledger.Period.Id, null, 2, null, None);
        await marks.RemoveAsync(other, None);

        Assert.Equal([(first, ProblemMark.Solved), (other, ProblemMark.Followed)], marked.Select(row => (row.ObligationId, row.Mark!.Value)));
        Assert.Equal([KeyValuePair.Create(first, ProblemMark.Solved)], await marks.OfAsync([first, other], None));
    }

    [DatabaseFact]
    public async Task The_audit_trail_is_narrowed_to_a_person_and_to_days()
    {
        await RecordAsync(1, "submit-report", "obligation", Ledger.Obligations[3].Id, Ledger.ContactOf(2).Id);
        await RecordAsync(2, "urge", "reporting_period", Ledger.Period.Id, Ledger.Coordinator.Id);
        await RecordAsync(4, "invite", "person", Ledger.ContactOf(2).Id, Ledger.Coordinator.Id);
        var query = new AuditQuery(Database);
        var all = await query.RunAsync(new AuditFilter(), 0, 9, None);

        var own = await query.RunAsync(new AuditFilter { PersonId = Ledger.Coordinator.Id }, 0, 9, None);
        var between = await query.RunAsync(new AuditFilter { From = all[1].At, Until = all[0].At }, 0, 9, None);
        var since = await new AuditRepository(Database).ByPersonAsync(Ledger.Coordinator.Id, all[0].At, 9, None);

        Assert.Equal(["invite", "urge"], own.Select(line => line.Action));
        Assert.Equal(["urge"], between.Select(line => line.Action));
        Assert.Equal(["invite"], since.Select(record => record.Action));
    }

    [DatabaseFact]
    public async Task The_audit_trail_is_read_newest_first_with_its_names()
    {
        await RecordAsync(1, "submit-report", "obligation", Ledger.Obligations[3].Id, Ledger.ContactOf(2).Id);
        await RecordAsync(2, "urge", "reporting_period", Ledger.Period.Id, Ledger.Coordinator.Id);
        await RecordAsync(3, "sign-in", "person", Ledger.ContactOf(2).Id, Ledger.ContactOf(2).Id);
        await RecordAsync(4, "import-plan", "plan", Ledger.Plan.Id, null);
        var query = new AuditQuery(Database);
        Guid[] unit = [Ledger.Units[1].Id];

        var all = await query.RunAsync(new AuditFilter(), 0, 9, None);
        var page = await query.RunAsync(new AuditFilter(), 1, 2, None);
        var ofUnit = await query.RunAsync(new AuditFilter(unit), 0, 9, None);
        var reports = await query.RunAsync(new AuditFilter(unit, ReportsOnly: true), 0, 9, None);
        var ofTask = await query.RunAsync(new AuditFilter(unit, PeriodId: Ledger.Period.Id, Task: 2), 0, 9, None);
        var ofOther = await query.RunAsync(new AuditFilter(unit, PeriodId: Ledger.Period.Id, Task: 1), 0, 9, None);

        Assert.Equal(["import-plan", "sign-in", "urge", "submit-report"], all.Select(line => line.Action));
        Assert.Equal((Ledger.Plan.Title, null), (all[0].PlanTitle, all[0].PersonName));
        Assert.Equal("李强", all[1].SubjectName);
        Assert.Equal(("陈静", new ReportingPeriod(2020, 1), 0), (all[2].PersonName, all[2].Period, all[2].UnitTaskOrdinal));
        Assert.Equal(("李强", "市卫生健康委", 2, new ReportingPeriod(2020, 1)), (all[3].PersonName, all[3].UnitName, all[3].UnitTaskOrdinal, all[3].Period));
        Assert.Equal(["sign-in", "urge"], page.Select(line => line.Action));
        Assert.Equal(["sign-in", "submit-report"], ofUnit.Select(line => line.Action));
        Assert.Equal("submit-report", Assert.Single(reports).Action);
        Assert.Equal("submit-report", Assert.Single(ofTask).Action);
        Assert.Empty(ofOther);
    }

    [DatabaseFact]
    public async Task Who_is_out_of_reach_is_found_with_the_reason()
    {
        // 市教委 has written; 市卫生健康委's last message failed, its backup is known nowhere; 市商务局 never opened the conversation.
        var people = new PersonRepository(Database, new StoppedClock(Late));
        await people.SetLanguageAsync(Ledger.ContactOf(1).Id, "zh", None);
        await QueueAsync(Ledger.ContactOf(1), "due", ReminderState.Failed, "gave-up: 503", "2020-04-03 09:00");
        await QueueAsync(Ledger.ContactOf(1), "due-15", ReminderState.Sent, null, "2020-04-03 15:00");
        await QueueAsync(Ledger.ContactOf(2), "due", ReminderState.Failed, "unreachable: blocked", "2020-04-03 09:00");

        var rows = await new ReachQuery(Database).RunAsync(Ledger.Plan.Id, [Ledgers.Browser], new(2020, 4, 7), None);
        var elsewhere = await new ReachQuery(Database).RunAsync(Ledger.Plan.Id, ["dingtalk"], new(2020, 4, 7), None);

        Assert.Equal(
            [("市卫生健康委", "李强", true, "unreachable: blocked", false), ("市卫生健康委", "赵磊", false, null, false), ("市商务局", "王芳", true, null, false)],
            rows.Select(row => (row.UnitName, row.PersonName!, row.HasIdentity, row.Failure, row.HasOpened)));
        Assert.Equal(4, elsewhere.Count(row => !row.HasIdentity));
    }

    [DatabaseFact]
    public async Task Of_a_units_contacts_the_last_message_is_told_with_what_became_of_it()
    {
        await QueueAsync(Ledger.ContactOf(1), "due", ReminderState.Failed, "gave-up: 503", "2020-04-03 09:00");
        await QueueAsync(Ledger.ContactOf(1), "due-15", ReminderState.Sent, null, "2020-04-03 15:00");
        await QueueAsync(Ledger.ContactOf(1), "due+1", ReminderState.Skipped, "reported", "2020-04-07 09:00");
        await QueueAsync(Ledger.ContactOf(2), "due", ReminderState.Failed, "unreachable: blocked", "2020-04-03 09:00");

        var one = await new DeliveryQuery(Database).RunAsync([Ledger.Units[0].Id], new(2020, 4, 7), None);
        var two = await new DeliveryQuery(Database).RunAsync([Ledger.Units[1].Id], new(2020, 4, 7), None);

        Assert.Equal(("市教委", "张敏", ReminderState.Sent), (Assert.Single(one).UnitName, one[0].PersonName, one[0].State!.Value));
        Assert.Equal([("李强", "unreachable: blocked"), ("赵磊", null)], two.Select(row => (row.PersonName, row.Outcome)));
        Assert.Null(two[1].State);
    }

    [DatabaseFact]
    public async Task Who_has_read_the_latest_reminder_is_known_where_the_channel_tells()
    {
        var receipts = new ReceiptRepository(Database);
        foreach (var (unit, step, isRead) in new[] { (1, "due", true), (1, "due-15", true), (2, "due", true), (2, "due-15", false), (3, "due", false) })
        {
            await QueueAsync(Ledger.ContactOf(unit), step, ReminderState.Sent, null, step == "due" ? "2020-04-03 09:00" : "2020-04-03 15:00");
            var message = (await new ReminderRepository(Database).SentToAsync(Ledger.ContactOf(unit).Id, Ledgers.At("2020-04-01 00:00"), None))[^1];
            await receipts.AddAsync(new("msteams", $"29:{unit}", step, message.MessageId, message.SentAt!.Value), Ledgers.At("2020-04-01 00:00"), None);
            if (isRead)
                await receipts.MarkSeenAsync("msteams", $"29:{unit}", [step], Late, None);
        }
        var query = new SeenQuery(Database);

        var rows = await query.RunAsync(Ledger.Plan.Id, Ledger.Period.Period.ToString(), Ledger.Units[0].Id, None);

        Assert.Equal([("张敏", Ledgers.At("2020-04-03 15:00"), Late)], rows.Select(row => (row.PersonName, row.SentAt, row.SeenAt)));
        Assert.Empty(await query.RunAsync(Ledger.Plan.Id, Ledger.Period.Period.ToString(), Ledger.Units[1].Id, None)); // the one before was
        Assert.Empty(await query.RunAsync(Ledger.Plan.Id, Ledger.Period.Period.ToString(), Ledger.Units[2].Id, None));
        Assert.Empty(await query.RunAsync(Ledger.Plan.Id, "2020Q2", Ledger.Units[0].Id, None));
    }

    [DatabaseFact]
    public async Task A_notice_goes_to_the_contacts_and_to_a_backup_where_there_is_none()
    {
        var query = new RecipientQuery(Database);

        var all = await query.RunAsync(Ledger.Plan.Id, leaders: false, null, [Ledgers.Browser], new(2020, 4, 7), None);
        var one = await query.RunAsync(Ledger.Plan.Id, leaders: false, [Ledger.Units[1].Id], ["dingtalk"], new(2020, 4, 7), None);

        Assert.Equal([("张敏", "市教委", true), ("李强", "市卫生健康委", true), ("王芳", "市商务局", true)], all.Select(row => (row.PersonName, row.UnitName, row.IsReachable)));
        Assert.Equal(("李强", false), (Assert.Single(one).PersonName, one[0].IsReachable));
        Assert.Empty(await query.RunAsync(Ledger.Plan.Id, leaders: true, null, [Ledgers.Browser], new(2020, 4, 7), None));
    }

    [DatabaseFact]
    public async Task An_export_holds_every_obligation_with_the_texts_that_count()
    {
        await FileAsync(1, InTime, "人手不足");
        await FileAsync(3, InTime, "无");
        var filed = Ledger.Obligations[3] with { State = ObligationState.Submitted, Version = 1, SubmittedAt = InTime };
        await SaveAsync(filed, filed with { State = ObligationState.Returned });

        var rows = await new ExportQuery(Database, new LedgerQuery(Database)).RunAsync(Ledger.Period.Id, Late, None).ToListAsync();

        var expected = await new LedgerQuery(Database).OfPeriodAsync(Ledger.Period.Id, null, None);
        Assert.Equal(expected, rows.Select(row => row.Owed));
        Assert.Equal([0, 4, 0, 0, 0], rows.Select(row => row.Sections.Count));
        Assert.Equal("人手不足", rows[1].Sections[2]);
    }

    [DatabaseFact]
    public async Task No_question_reads_the_whole_ledger()
    {
        var recording = new RecordingDatabase(Database);
        Guid[] unit = [Ledger.Units[1].Id];
        await new TrendQuery(recording).RunAsync([Ledger.Period.Id], null, None);
        await new TrendQuery(recording).RunAsync([Ledger.Period.Id], unit, None);
        await new ProblemQuery(recording).RunAsync(Ledger.Period.Id, Ledger.Period.Id, 2, null, None);
        await new AuditQuery(recording).RunAsync(new AuditFilter(), 0, 9, None);
        await new AuditQuery(recording).RunAsync(new AuditFilter(unit), 0, 9, None);
        await new AuditQuery(recording).RunAsync(new AuditFilter(unit, PeriodId: Ledger.Period.Id, Task: 2), 0, 9, None);
        await new ReachQuery(recording).RunAsync(Ledger.Plan.Id, [Ledgers.Browser], new(2020, 4, 7), None);
        await new DeliveryQuery(recording).RunAsync(unit, new(2020, 4, 7), None);
        await new RecipientQuery(recording).RunAsync(Ledger.Plan.Id, leaders: false, unit, [Ledgers.Browser], new(2020, 4, 7), None);
        await new ExportQuery(recording, new LedgerQuery(recording)).RunAsync(Ledger.Period.Id, Late, None).ToListAsync();

        foreach (var statement in recording.Statements)
            Assert.DoesNotContain(await PlanOfAsync(statement), line => WholeTable().IsMatch(line) && !line.Contains("USING", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> PlanOfAsync(RecordedStatement statement)
    {
        await using var connection = await Database.OpenAsync(None);
        var isSqlite = Database.Dialect == Dialect.Sqlite;
        if (!isSqlite)
        {
            // On a handful of rows reading all is quickest: forbidden, it is done only where no index serves.
            await using var forbid = connection.CreateCommand();
            forbid.CommandText = "SET enable_seqscan = off";
            await forbid.ExecuteNonQueryAsync(None);
        }
        await using var command = statement.On(connection, isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ");
        await using var reader = await command.ExecuteReaderAsync(None);
        var lines = new List<string>();
        while (await reader.ReadAsync(None))
            lines.Add(reader.GetString(isSqlite ? 3 : 0).Trim());
        return lines;
    }

    private Task FileAsync(int obligation, DateTimeOffset at, string problems) => FileAsync(Ledger.Obligations[obligation], at, problems);

    private async Task FileAsync(Obligation obligation, DateTimeOffset at, string problems)
    {
        await new ProgressRepository(Database).AddAsync(
            new ProgressEntry
            {
                Id = Guid.CreateVersion7(), ObligationId = obligation.Id, Version = 1, AuthorId = Ledger.ContactOf(1).Id, Channel = Ledgers.Browser, SubmittedAt = at,
                Sections = new Dictionary<int, string> { [1] = "已开展", [2] = problems, [3] = "有", [4] = "继续" },
            },
            None);
        await SaveAsync(obligation, obligation with { State = ObligationState.Submitted, Version = 1, SubmittedAt = at });
    }

    private async Task SaveAsync(Obligation before, Obligation after) => Assert.True(await new ObligationRepository(Database).SaveAsync(before, after, None));

    private Task RecordAsync(int minute, string action, string subject, Guid subjectId, Guid? person) => new AuditRepository(Database).AddAsync(
        new AuditRecord
        {
            Id = Guid.CreateVersion7(), At = InTime.AddMinutes(minute), PersonId = person, Channel = Ledgers.Browser, Action = action, Subject = subject, SubjectId = subjectId,
        },
        None);

    private Task<int> QueueAsync(Person person, string step, ReminderState state, string? outcome, string at) => new ReminderRepository(Database).QueueAsync(
        [
            new Reminder
            {
                Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7(), PersonId = person.Id, PlanId = Ledger.Plan.Id, Period = Ledger.Period.Period, Step = step, Round = 0,
                Kind = ReminderKind.Step, DueAt = Ledgers.At(at), State = state, Attempts = 1, NextAttemptAt = Ledgers.At(at), SentAt = state == ReminderState.Sent ? Ledgers.At(at) : null,
                Channel = Ledgers.Browser, Outcome = outcome,
            },
        ],
        None);

    [GeneratedRegex(@"^(?:SCAN (?:o|x|e|s|other|others|othere|audit|r|reminder)(?: |$)|(?:->\s+)?(?:Parallel )?Seq Scan on (?:obligation|progress_entry|progress_entry_section|audit|reminder)\b)")]
    private static partial Regex WholeTable();
}
