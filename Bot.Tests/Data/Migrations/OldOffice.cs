using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Data.Migrations;

/// <summary>What Fixtures/Schema/*.sql put into an old database, as the program of today must read it.</summary>
internal static class OldOffice
{
    private static readonly IReadOnlyDictionary<int, string> Supported = Texts("配合完成", "无", "无", "无");

    public static Plan City { get; } = new()
    {
        Id = Id(101), Title = "数字城市建设2020年重点工作", Issuer = "市大数据局", DocumentNumber = "云河数〔2020〕3号", IssuedOn = "2020-03-10", StartsOn = "2020", EndsOn = "2020-12",
        Reporting = new()
        {
            Frequency = Frequency.Quarterly, DueRule = new WorkingDayOfNextPeriod(3), FirstPeriod = new(2020, 1), LastPeriod = new(2020, 4),
            Evidence = "请于下季度第三个工作日前报送本季度进展。", Recipient = "市大数据局",
            Sections =
            [
                new(1, "工作进展", SectionKind.Progress), new(2, "存在问题", SectionKind.Problems),
                new(3, "取得成效", SectionKind.Results), new(4, "下一步工作", SectionKind.NextSteps),
            ],
        },
        Contact = new("规划处", "陈静", "022-00000000", null, "office@example.com"),
        SourceName = "city.txt", SourceHash = "aa11", ImportedAt = At("2020-03-12 10:00:00.123456"),
    };

    public static Plan District { get; } = new()
    {
        Id = Id(102), ParentId = Id(101), Title = "区级实施方案", TimeZone = "Asia/Urumqi",
        Reporting = new()
        {
            Frequency = Frequency.Yearly, DueRule = new Dates([new(2020, 12, 20)]) { Time = new(18, 0), Shift = DueShift.Back },
            FirstPeriod = Period("2020"), Sections = [new(1, "情况", SectionKind.Other)], LeadOnly = true,
        },
        SourceName = "district.txt", SourceHash = "bb22", ImportedAt = At("2020-03-13 10:00"),
    };

    public static IReadOnlyList<ReminderPause> Pauses { get; } =
    [
        new() { Id = Id(2701), PlanId = Id(101), PausedBy = Id(504), PausedAt = Ledgers.At("2020-07-01 09:00"), ResumedAt = Ledgers.At("2020-07-02 09:00"), ResumedBy = Id(504) },
        new() { Id = Id(2702), PlanId = Id(101), UnitId = Id(301), PausedBy = Id(504), PausedAt = Ledgers.At("2020-07-02 10:00"), Until = Ledgers.At("2020-07-13 00:00") },
    ];

    public static IReadOnlyList<Unit> Units { get; } =
    [
        new() { Id = Id(301), Name = "市教委", Aliases = ["教委"], Kind = UnitKind.Unit },
        new() { Id = Id(302), Name = "市卫生健康委", Aliases = ["卫健委"], Kind = UnitKind.Unit },
        new() { Id = Id(303), Name = "各区", Kind = UnitKind.Group },
    ];

    public static IReadOnlyList<PlanTask> Tasks { get; } =
    [
        new()
        {
            Id = Id(201), PlanId = Id(101), Ordinal = 1, Number = "（一）1", Title = "智慧校园", Text = "建设“智慧校园”；年底前完成。", Line = 11,
            Deadline = new("年底前", "2020-12", "month"), Milestones = [new("6月底前完成方案", "2020-06", "month"), new("持续推进", null, null)],
        },
        new() { Id = Id(202), PlanId = Id(101), Ordinal = 2, Text = "推进“互联网+医疗健康”。", Line = 12 },
    ];

    public static IReadOnlyList<Assignment> Assignments { get; } =
    [
        new() { Id = Id(401), TaskId = Id(201), UnitId = Id(301), Ordinal = 1, Role = AssignmentRole.Lead, Raw = "市教委" },
        new() { Id = Id(402), TaskId = Id(201), UnitId = Id(302), Ordinal = 2, Role = AssignmentRole.Support, Raw = "卫健委" },
        new() { Id = Id(403), TaskId = Id(202), UnitId = Id(302), Ordinal = 1, Role = AssignmentRole.Responsible, Raw = "市卫生健康委" },
        new() { Id = Id(404), TaskId = Id(202), UnitId = Id(303), Ordinal = 2, Role = AssignmentRole.Responsible, Raw = "各区" },
    ];

    public static IReadOnlyList<Person> People { get; } =
    [
        new() { Id = Id(501), Name = "张敏", Phone = "13800000000", Email = "zhang@example.com", Language = "zh", Contacts = [new(Id(501), Id(301), ContactKind.Primary)] },
        new() { Id = Id(502), Name = "李强", Contacts = [new(Id(502), Id(302), ContactKind.Primary)] },
        new() { Id = Id(503), Name = "赵磊", Contacts = [new(Id(503), Id(302), ContactKind.Backup)] },
        new() { Id = Id(504), Name = "陈静", Language = "en", Roles = [PersonRole.Coordinator] },
        new() { Id = Id(505), Name = "周涛", Roles = [PersonRole.Leader], Contacts = [new(Id(505), Id(301), ContactKind.UnitLeader)] },
    ];

    /// <summary>By user id, first those of the browser, then of Teams.</summary>
    public static IReadOnlyList<ChannelIdentity> Identities { get; } =
    [
        new() { Channel = "directline", UserId = "unit-1", PersonId = Id(501), ConversationReference = """{"conversation":{"id":"c1"}}""" },
        new() { Channel = "directline", UserId = "unit-2", PersonId = Id(502) },
        new() { Channel = "msteams", UserId = "29:1a", PersonId = Id(501) },
    ];

    public static IReadOnlyList<PlanPeriod> Periods { get; } =
    [
        new()
        {
            Id = Id(601), PlanId = Id(101), Period = new(2020, 1), DueOn = new(2020, 4, 3), DueAt = At("2020-04-04 00:00"), IsProvisional = false,
            CollectionFrom = At("2020-03-31 09:00"), OpenedAt = At("2020-03-12 10:00:00.123456"), ClosedAt = At("2020-06-30 09:00"),
        },
        new()
        {
            Id = Id(602), PlanId = Id(101), Period = new(2020, 2), DueOn = new(2020, 7, 3), DueAt = At("2020-07-04 00:00"), IsProvisional = true,
            CollectionFrom = At("2020-06-30 09:00"), OpenedAt = At("2020-04-01 00:00"),
        },
    ];

    /// <summary>By period, then in the order of assignments.</summary>
    public static IReadOnlyList<Obligation> Obligations { get; } =
    [
        Owed(701, 601, 401, ObligationState.Accepted, version: 2, submittedAt: "2020-04-01 11:00"),
        Owed(702, 601, 402, ObligationState.Submitted, version: 1, submittedAt: "2020-04-07 11:00"),
        Owed(703, 601, 403, ObligationState.Submitted, version: 1, submittedAt: "2020-04-02 11:00"),
        Owed(704, 601, 404, ObligationState.Waived),
        Owed(705, 602, 401, ObligationState.Draft),
        Owed(706, 602, 402, ObligationState.Returned, version: 1, submittedAt: "2020-07-01 11:00") with { Round = 1, DueOn = new(2020, 7, 8), DueAt = At("2020-07-09 00:00") },
        Owed(707, 602, 403, ObligationState.Pending) with { Round = 1, DueOn = new(2020, 7, 10), DueAt = At("2020-07-11 00:00") },
        Owed(708, 602, 404, ObligationState.AwaitingSignOff, version: 1, submittedAt: "2020-07-02 11:00"),
    ];

    /// <summary>By obligation, oldest first.</summary>
    public static IReadOnlyList<ProgressEntry> Entries { get; } =
    [
        Entry(801, 701, 1, 501, "2020-04-01 11:00", Texts("完成选址。", "无", "无", "六月招标")),
        Entry(802, 701, 2, 501, "2020-04-02 11:00:00.654321", Texts("完成选址；\n签约 \"两家\" 企业，it's 100% 👍", "编制不足", "无", "六月招标")) with { Channel = "msteams" },
        Entry(803, 702, 1, 502, "2020-04-07 11:00", Supported),
        Entry(804, 703, 1, 503, "2020-04-02 11:00", Texts("接入医院十家", "无", "无", "再接入五家")),
        Entry(805, 706, 1, 502, "2020-07-01 11:00", Supported),
        Entry(806, 708, 1, 504, "2020-07-02 11:00", Texts("各区已部署", "无", "无", "督导")),
    ];

    public static IReadOnlyList<ReportDraft> Drafts { get; } = [new(Id(705), Id(501), At("2020-06-30 10:00"), Texts("正在招标", "进度偏慢"))];

    public static IReadOnlyList<Extension> Extensions { get; } =
    [
        new()
        {
            Id = Id(901), ObligationId = Id(707), OldDueOn = new(2020, 7, 3), NewDueOn = new(2020, 7, 10), GrantedBy = Id(504), Reason = "等待统计数据", GrantedAt = At("2020-07-02 14:00"),
        },
    ];

    /// <summary>By id; a row of every state and of every kind.</summary>
    public static IReadOnlyList<Reminder> Reminders { get; } =
    [
        Reminder(1001, 1101, 501, "due", ReminderKind.Step, "2020-07-03 09:00", ReminderState.Queued),
        Reminder(1002, 1102, 502, "due+3", ReminderKind.Escalation, "2020-07-08 09:00", ReminderState.Leased) with { Attempts = 1, LeasedUntil = At("2020-07-08 09:05") },
        Reminder(1003, 1102, 502, "due", ReminderKind.Step, "2020-07-08 09:00", ReminderState.Sent) with
        {
            Round = 1, Attempts = 1, SentAt = At("2020-07-08 09:00:02.5"), Channel = "directline",
        },
        Reminder(1004, 1104, 504, "digest:2020-07-02", ReminderKind.CoordinatorDigest, "2020-07-02 16:30", ReminderState.Skipped) with { Outcome = "nothing to tell" },
        Reminder(1005, 1105, 505, "leader-digest", ReminderKind.LeaderDigest, "2020-07-06 16:30", ReminderState.Failed) with
        {
            Attempts = 8, NextAttemptAt = At("2020-07-06 18:30"), Outcome = "no channel",
        },
        Reminder(1006, 1106, 503, "urge:20200706T010000Z", ReminderKind.Urging, "2020-07-06 09:00", ReminderState.Sent) with
        {
            Attempts = 2, NextAttemptAt = At("2020-07-06 09:01"), SentAt = At("2020-07-06 09:01:03"), Channel = "msteams",
        },
    ];

    /// <summary>Of the city's plan, oldest first.</summary>
    public static IReadOnlyList<AuditRecord> Audit { get; } =
    [
        new()
        {
            Id = Id(1201), At = At("2020-03-12 10:00:00.123456"), Channel = "command", Action = "import-plan", Subject = "plan", SubjectId = Id(101),
            After = """{"title":"数字城市建设2020年重点工作"}""",
        },
        new()
        {
            Id = Id(1202), At = At("2020-07-02 14:00"), PersonId = Id(504), Channel = "directline", Action = "extend", Subject = "plan", SubjectId = Id(101),
            Before = """{"dueOn":"2020-07-03"}""", After = """{"dueOn":"2020-07-10"}""",
        },
    ];

    public static IReadOnlyList<HolidayYear> Holidays { get; } =
    [
        new(2027, ["国办发明电〔2026〕1号"], [new(new(2026, 12, 31), IsWorked: false, "元旦", 2027), new(new(2027, 1, 3), IsWorked: true, "元旦", 2027)]),
        new(2028, [], []),
    ];

    public static Guid Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"01700000-0000-7000-8000-{number:000000000000}"));

    private static DateTimeOffset At(string civil) => Ledgers.At(civil);

    private static ReportingPeriod Period(string key) => ReportingPeriod.TryParse(key, out var period) ? period : throw new FormatException(key);

    private static Dictionary<int, string> Texts(params string[] texts) => texts.Select((text, index) => (text, index)).ToDictionary(section => section.index + 1, section => section.text);

    private static Obligation Owed(int id, int period, int assignment, ObligationState state, int version = 0, string? submittedAt = null)
    {
        var (owed, due) = (Assignments.Single(one => one.Id == Id(assignment)), Periods.Single(one => one.Id == Id(period)));
        return new()
        {
            Id = Id(id), PeriodId = due.Id, AssignmentId = owed.Id, TaskId = owed.TaskId, UnitId = owed.UnitId, State = state, DueOn = due.DueOn, DueAt = due.DueAt,
            Round = 0, Version = version, SubmittedAt = submittedAt is null ? null : At(submittedAt),
        };
    }

    private static ProgressEntry Entry(int id, int obligation, int version, int author, string submittedAt, IReadOnlyDictionary<int, string> sections) => new()
    {
        Id = Id(id), ObligationId = Id(obligation), Version = version, AuthorId = Id(author), Channel = "directline", SubmittedAt = At(submittedAt), Sections = sections,
    };

    private static Reminder Reminder(int id, int message, int person, string step, ReminderKind kind, string dueAt, ReminderState state) => new()
    {
        Id = Id(id), MessageId = Id(message), PersonId = Id(person), PlanId = Id(101), Period = new(2020, 2), Step = step, Round = 0, Kind = kind, DueAt = At(dueAt),
        State = state, Attempts = 0, NextAttemptAt = At(dueAt),
    };
}
