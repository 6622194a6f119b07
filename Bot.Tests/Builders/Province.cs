using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.Tests.Builders;

/// <summary>A province's ledger: one plan of 35 tasks over units that owe one report a quarter each, every unit with a contact and a backup; 75,000 units and 150,000 people by default.</summary>
/// <remarks>The last quarter, 2024Q4, is due on 6 January 2025 and nothing of it is reported yet. Of each quarter before it all is reported but twenty, with a version and a reminder for each.</remarks>
internal sealed class Province(int units)
{
    /// <summary>The morning of the third working day after the due day: contacts, backups and the coordinator are written to.</summary>
    public static readonly DateTimeOffset EscalationDay = At("2025-01-09 09:00");

    private const int Tasks = 35;
    private const int NeverReported = 20;

    private static readonly string[] Bureaus =
    [
        "教育局", "科技局", "工信局", "公安局", "民政局", "司法局", "财政局", "人社局", "资源局", "环保局", "住建局", "交通局", "水利局", "农业局", "商务局", "文旅局", "卫健委",
        "应急局", "审计局", "国资委", "税务局", "市监局", "广电局", "体育局", "统计局", "医保局", "金融办", "外事办", "信访局", "粮食局", "林业局", "能源局", "烟草局", "邮政局",
        "气象局", "地震局", "海关", "消防队", "档案馆", "科协", "妇联", "残联", "侨联", "工商联", "供销社", "红十字会", "党校", "大数据局", "城管局", "人防办",
    ];

    public Plan Plan { get; } = NewPlan();

    public IReadOnlyList<PlanPeriod> Periods { get; private set; } = [];

    /// <summary>The period in question.</summary>
    public PlanPeriod Current => Periods[^1];

    /// <summary>Contacts and backups by turns, as their units stand in the notice.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public int Units => units;

    /// <summary>What the n-th report says, counted from 0 and from the oldest; null where all say the same.</summary>
    public Func<int, string>? TextOf { get; init; }

    /// <summary>Tasks that each unit owes a report on; of more than one, all units share all of them.</summary>
    public int TasksOfUnit { get; init; } = 1;

    /// <param name="quarters">How many, 2024Q4 the last.</param>
    public async Task FillAsync(IDatabase database, PlanSchedule schedule, int quarters)
    {
        var all = Enumerable.Range(0, units).Select(NewUnit).ToList();
        var assignments = await AddPlanAsync(database, all);
        await AddPeopleAsync(database, all);
        var periods = new List<PlanPeriod>();
        for (var key = new ReportingPeriod(2024, 4); periods.Count < quarters; key = key.Previous())
            periods.Insert(0, Row(key, schedule));
        Periods = periods;
        foreach (var period in periods)
            await new PeriodRepository(database).OpenAsync(period, Owed(period, assignments).ToList(), CancellationToken.None);
        await AddHistoryAsync(database);
        if (database.Dialect == Dialect.Postgres) // what autovacuum has done by the end of a quarter; SQLite works without statistics
            await RunOutsideTransactionAsync(database, "VACUUM ANALYZE");
    }

    /// <summary>Two thirds of the units report on the last quarter; the others, the last in the notice, are overdue.</summary>
    public async Task ReportMostAsync(IDatabase database)
    {
        const string sql = """
            UPDATE obligation SET state = 4, version = 1, submitted_at = @submittedAt
             WHERE period_id = @Id AND assignment_id IN (SELECT id FROM assignment WHERE ordinal <= @last)
            """;
        await WriteAsync(database, sql, new { Current.Id, submittedAt = Current.DueAt.AddDays(-1), last = units * 2 / 3 / Tasks });
    }

    public static DateTimeOffset At(string civil) => DateTimeOffset.Parse(civil + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    public static async Task RunOutsideTransactionAsync(IDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IReadOnlyList<Assignment>> AddPlanAsync(IDatabase database, IReadOnlyList<Unit> all)
    {
        await database.InsertAsync("INSERT INTO unit (id, full_name, kind, name) VALUES (@Id, @FullName, @Kind, @Name)", all, CancellationToken.None);
        var tasks = Enumerable.Range(1, TasksOfUnit > 1 ? TasksOfUnit : Tasks).Select(NewTask).ToList();
        var assignments = all.SelectMany((unit, index) => (TasksOfUnit > 1 ? tasks : [tasks[index % Tasks]]).Select(task => new Assignment
        {
            Id = Guid.CreateVersion7(), TaskId = task.Id, UnitId = unit.Id, Ordinal = (TasksOfUnit > 1 ? index : index / Tasks) + 1, Role = AssignmentRole.Lead, Raw = unit.Name,
        })).ToList();
        await new PlanRepository(database).AddAsync(Plan, tasks, assignments, CancellationToken.None);
        return assignments;
    }

    private async Task AddPeopleAsync(IDatabase database, IReadOnlyList<Unit> all)
    {
        var people = all.SelectMany(unit => new[] { NewContact(unit, ContactKind.Primary), NewContact(unit, ContactKind.Backup) }).ToList();
        const string sql = "INSERT INTO person (id, name, phone, email, language) VALUES (@Id, @Name, @Phone, @Email, @Language)";
        const string contacts = "INSERT INTO contact (person_id, unit_id, kind) VALUES (@PersonId, @UnitId, @Kind)";
        await database.InsertAsync(sql, people, CancellationToken.None);
        await database.InsertAsync(contacts, people.SelectMany(person => person.Contacts), CancellationToken.None);
        var coordinator = new Person { Id = Guid.CreateVersion7(), Name = "陈静", Roles = [PersonRole.Coordinator] };
        await database.InsertAsync(sql, [coordinator], CancellationToken.None);
        await database.WriteAsync("INSERT INTO person_role (person_id, role) VALUES (@Id, 1)", new { coordinator.Id }, CancellationToken.None);
        People = people;
    }

    /// <summary>Reports and reminders of the quarters before the last, each row made of its obligation and under its id.</summary>
    private async Task AddHistoryAsync(IDatabase database)
    {
        const string reported = """
            UPDATE obligation SET state = 4, version = 1, submitted_at = @submittedAt
             WHERE period_id = @Id AND id NOT IN (SELECT id FROM obligation WHERE period_id = @Id ORDER BY id LIMIT @NeverReported)
            """;
        const string entries = """
            INSERT INTO progress_entry (id, obligation_id, version, author_id, channel, submitted_at)
            SELECT o.id, o.id, 1, c.person_id, 'directline', o.submitted_at FROM obligation o JOIN contact c ON c.unit_id = o.unit_id AND c.kind = 1 WHERE o.version = 1
            """;
        const string sections = "INSERT INTO progress_entry_section (entry_id, ordinal, text) SELECT id, 1, '完成两期培训，覆盖二十六家单位；下季度继续推广。' FROM progress_entry";
        const string reminders = """
            INSERT INTO reminder (id, message_id, person_id, plan_id, period, step, round, kind, due_at, state, attempts, next_attempt_at, sent_at, channel)
            SELECT o.id, o.id, c.person_id, p.plan_id, p.period, 'period-end', 0, 1, p.collection_from, 3, 1, p.collection_from, p.collection_from, 'directline'
              FROM obligation o JOIN reporting_period p ON p.id = o.period_id JOIN contact c ON c.unit_id = o.unit_id AND c.kind = 1
             WHERE p.id <> @Id
            ON CONFLICT DO NOTHING
            """;
        foreach (var period in Periods.SkipLast(1))
            await WriteAsync(database, reported, new { period.Id, NeverReported, submittedAt = period.DueAt.AddDays(-2) });
        await WriteAsync(database, entries, null);
        if (TextOf is { } textOf)
            await AddTextsAsync(database, textOf);
        else
            await WriteAsync(database, sections, null);
        await WriteAsync(database, reminders, new { Current.Id });
    }

    private static async Task AddTextsAsync(IDatabase database, Func<int, string> textOf)
    {
        const string sql = "INSERT INTO progress_entry_section (entry_id, ordinal, text) VALUES (@EntryId, @Ordinal, @Text)";
        var entries = await database.QueryAsync<Guid>("SELECT id FROM progress_entry ORDER BY id", null, CancellationToken.None);
        await database.InsertAsync(sql, entries.Select((entry, index) => new { EntryId = entry, Ordinal = 1, Text = textOf(index) }), CancellationToken.None);
    }

    private static Task<int> WriteAsync(IDatabase database, string sql, object? parameters) => database.InTransactionAsync(
        async token =>
        {
            if (database.Dialect == Dialect.Postgres)
                await database.WriteAsync("SET LOCAL statement_timeout = 0", null, token);
            return await database.WriteAsync(sql, parameters, token, Timeout.InfiniteTimeSpan);
        },
        CancellationToken.None);

    private PlanPeriod Row(ReportingPeriod key, PlanSchedule schedule)
    {
        var (dates, opened) = (schedule.DatesOf(key)!, schedule.CivilTime.StartOf(key.FirstDay));
        return new()
        {
            Id = Guid.CreateVersion7(), PlanId = Plan.Id, Period = key, DueOn = dates.Due.Day, DueAt = dates.LateFrom, IsProvisional = false,
            CollectionFrom = dates.CollectionFrom, OpenedAt = opened, ClosedAt = key == new ReportingPeriod(2024, 4) ? null : schedule.CivilTime.StartOf(key.Next().Next().FirstDay),
        };
    }

    private static IEnumerable<Obligation> Owed(PlanPeriod period, IReadOnlyList<Assignment> assignments) => assignments.Select(assignment => new Obligation
    {
        Id = Guid.CreateVersion7(), PeriodId = period.Id, AssignmentId = assignment.Id, TaskId = assignment.TaskId, UnitId = assignment.UnitId,
        State = ObligationState.Pending, DueOn = period.DueOn, DueAt = period.DueAt, Round = 0, Version = 0,
    });

    /// <summary>Fifteen hundred counties of two letters each, fifty bureaus in each.</summary>
    private static Unit NewUnit(int index)
    {
        const string first = "春江云山河清平安永宁长泰广兴文武东西南北上下大小金玉石林";
        const string second = "阳阴川源城溪水泉岭湖海州桥台口关门乡坪坝陵丘原塘浦津渡沟湾岛岗寨营堡屯庄店集镇驿亭坊里巷街园圃田圩洲滩岸岩峰谷";
        var county = index / Bureaus.Length;
        var name = $"{first[county / second.Length]}{second[county % second.Length]}县{Bureaus[index % Bureaus.Length]}";
        return new() { Id = Guid.CreateVersion7(), Name = name, Kind = UnitKind.Unit, Aliases = [] };
    }

    private PlanTask NewTask(int ordinal)
    {
        var number = ordinal.ToString(CultureInfo.InvariantCulture);
        return new() { Id = Guid.CreateVersion7(), PlanId = Plan.Id, Ordinal = ordinal, Number = number, Title = $"第{number}项任务", Text = $"推进第{number}项任务，年底前完成。", Line = 10 + ordinal, Milestones = [] };
    }

    private static Person NewContact(Unit unit, ContactKind kind)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, Name = kind == ContactKind.Primary ? "张敏" : "李强", Contacts = [new(id, unit.Id, kind)] };
    }

    private static Plan NewPlan() => new()
    {
        Id = Guid.CreateVersion7(),
        Title = "全省数字化重点工作",
        Reporting = new()
        {
            Frequency = Frequency.Quarterly,
            DueRule = new WorkingDayOfNextPeriod(3),
            FirstPeriod = new(2020, 1),
            Sections =
            [
                new(1, "工作进展", SectionKind.Progress), new(2, "存在问题", SectionKind.Problems), new(3, "取得成效", SectionKind.Results), new(4, "下一步工作", SectionKind.NextSteps),
            ],
        },
        SourceName = "province.txt",
        SourceHash = "0",
        ImportedAt = At("2020-01-02 10:00"),
    };
}
