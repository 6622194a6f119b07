using System.Text.Json;
using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>A plan with its rule as one row of the table.</summary>
internal sealed record PlanRow
{
    public required Guid Id { get; init; }
    public Guid? ParentId { get; init; }
    public required string Title { get; init; }
    public string? Issuer { get; init; }
    public string? DocumentNumber { get; init; }
    public string? IssuedOn { get; init; }
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }
    public required string TimeZone { get; init; }
    public required Frequency Frequency { get; init; }

    /// <summary>JSON in the form of the import contract.</summary>
    public required string DueRule { get; init; }
    public required ReportingPeriod FirstPeriod { get; init; }
    public ReportingPeriod? LastPeriod { get; init; }
    public string? RuleEvidence { get; init; }
    public string? Recipient { get; init; }
    public required bool LeadOnly { get; init; }
    public string? ContactOffice { get; init; }
    public string? ContactPerson { get; init; }
    public string? ContactPhone { get; init; }
    public string? ContactFax { get; init; }
    public string? ContactEmail { get; init; }
    public required string SourceName { get; init; }
    public required string SourceHash { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }

    // One of its sections, where the statement reads them along.
    public int? SectionOrdinal { get; init; }
    public string? SectionName { get; init; }
    public SectionKind? SectionKind { get; init; }

    public ReportSection? Section => SectionOrdinal is { } ordinal ? new(ordinal, SectionName!, SectionKind!.Value) : null;

    public static PlanRow Of(Plan plan) => new()
    {
        Id = plan.Id,
        ParentId = plan.ParentId,
        Title = plan.Title,
        Issuer = plan.Issuer,
        DocumentNumber = plan.DocumentNumber,
        IssuedOn = plan.IssuedOn,
        StartsOn = plan.StartsOn,
        EndsOn = plan.EndsOn,
        TimeZone = plan.TimeZone,
        Frequency = plan.Reporting.Frequency,
        DueRule = JsonSerializer.Serialize(plan.Reporting.DueRule),
        FirstPeriod = plan.Reporting.FirstPeriod,
        LastPeriod = plan.Reporting.LastPeriod,
        RuleEvidence = plan.Reporting.Evidence,
        Recipient = plan.Reporting.Recipient,
        LeadOnly = plan.Reporting.LeadOnly,
        ContactOffice = plan.Contact?.Office,
        ContactPerson = plan.Contact?.Person,
        ContactPhone = plan.Contact?.Phone,
        ContactFax = plan.Contact?.Fax,
        ContactEmail = plan.Contact?.Email,
        SourceName = plan.SourceName,
        SourceHash = plan.SourceHash,
        ImportedAt = plan.ImportedAt,
    };

    public Plan ToModel(IReadOnlyList<ReportSection> sections) => new()
    {
        Id = Id,
        ParentId = ParentId,
        Title = Title,
        Issuer = Issuer,
        DocumentNumber = DocumentNumber,
        IssuedOn = IssuedOn,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        TimeZone = TimeZone,
        Reporting = new()
        {
            Frequency = Frequency,
            DueRule = JsonSerializer.Deserialize<DueRule>(DueRule)!,
            FirstPeriod = FirstPeriod,
            LastPeriod = LastPeriod,
            Evidence = RuleEvidence,
            Sections = sections,
            Recipient = Recipient,
            LeadOnly = LeadOnly,
        },
        Contact = Contact is { Office: null, Person: null, Phone: null, Fax: null, Email: null } ? null : Contact,
        SourceName = SourceName,
        SourceHash = SourceHash,
        ImportedAt = ImportedAt,
    };

    private NoticeContact Contact => new(ContactOffice, ContactPerson, ContactPhone, ContactFax, ContactEmail);
}

internal sealed record PlanTaskRow
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required int Ordinal { get; init; }
    public string? Number { get; init; }
    public string? Title { get; init; }
    public required string Text { get; init; }
    public required int Line { get; init; }
    public string? DeadlineRaw { get; init; }
    public string? DeadlineDate { get; init; }
    public string? DeadlinePrecision { get; init; }

    public static PlanTaskRow Of(PlanTask task) => new()
    {
        Id = task.Id,
        PlanId = task.PlanId,
        Ordinal = task.Ordinal,
        Number = task.Number,
        Title = task.Title,
        Text = task.Text,
        Line = task.Line,
        DeadlineRaw = task.Deadline?.Raw,
        DeadlineDate = task.Deadline?.Date,
        DeadlinePrecision = task.Deadline?.Precision,
    };

    public PlanTask ToModel(IReadOnlyList<DatedText> milestones) => new()
    {
        Id = Id,
        PlanId = PlanId,
        Ordinal = Ordinal,
        Number = Number,
        Title = Title,
        Text = Text,
        Line = Line,
        Deadline = DeadlineRaw is null ? null : new(DeadlineRaw, DeadlineDate, DeadlinePrecision),
        Milestones = milestones,
    };
}

internal sealed record MilestoneRow
{
    public required Guid TaskId { get; init; }
    public required int Ordinal { get; init; }
    public required string Raw { get; init; }
    public string? Date { get; init; }
    public string? Precision { get; init; }

    public static IEnumerable<MilestoneRow> Of(PlanTask task) => task.Milestones.Select((milestone, index) => new MilestoneRow
    {
        TaskId = task.Id,
        Ordinal = index + 1,
        Raw = milestone.Raw,
        Date = milestone.Date,
        Precision = milestone.Precision,
    });

    public DatedText ToModel() => new(Raw, Date, Precision);
}
