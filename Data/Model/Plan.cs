namespace PlanBot.Data.Model;

/// <summary>One imported notice (行动计划 / 工作要点) and the rule by which it is reported on.</summary>
/// <remarks>Dates are ISO text cut at the precision the notice gives: 2018, 2018-12, 2018-12-27.</remarks>
public sealed record Plan
{
    /// <summary>Zone of a plan that says nothing else, and of what belongs to no plan: the day on which a contact changes.</summary>
    public const string DefaultTimeZone = "Asia/Shanghai";

    public required Guid Id { get; init; }

    /// <summary>The plan of the level above, e.g. the city's plan over the district's.</summary>
    public Guid? ParentId { get; init; }

    public required string Title { get; init; }
    public string? Issuer { get; init; }
    public string? DocumentNumber { get; init; }
    public string? IssuedOn { get; init; }
    public string? StartsOn { get; init; }
    public string? EndsOn { get; init; }

    /// <summary>IANA zone of the plan's civil time.</summary>
    public string TimeZone { get; init; } = DefaultTimeZone;

    public required ReportingRule Reporting { get; init; }
    public NoticeContact? Contact { get; init; }

    /// <summary>A report counts only when the unit's leader has agreed to it (审签).</summary>
    public bool NeedsSignOff { get; init; }

    /// <summary>Name and SHA-256 (lower hex) of the imported file; the hash tells a second import of the same file.</summary>
    public required string SourceName { get; init; }
    public required string SourceHash { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}

/// <summary>How a plan is reported on (报送要求).</summary>
public sealed record ReportingRule
{
    public required Frequency Frequency { get; init; }
    public required DueRule DueRule { get; init; }

    /// <summary>First and last period owed; last is null when the notice sets no end.</summary>
    public required ReportingPeriod FirstPeriod { get; init; }
    public ReportingPeriod? LastPeriod { get; init; }

    /// <summary>The sentence of the notice that states the rule; null when the notice has none and the default was taken.</summary>
    public string? Evidence { get; init; }

    /// <summary>At least one, in the notice's order.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    public string? Recipient { get; init; }

    /// <summary>True when only lead units owe a report.</summary>
    public bool LeadOnly { get; init; }
}

/// <summary>A named section of the report, e.g. 存在问题, and what it is about.</summary>
/// <param name="Ordinal">Counted from 1, in the notice's order; the key under which texts are stored.</param>
public sealed record ReportSection(int Ordinal, string Name, SectionKind Kind);

/// <summary>What a report section is about. The numbers are stored.</summary>
public enum SectionKind
{
    Other = 0,
    Progress = 1,
    Problems = 2,
    Results = 3,
    NextSteps = 4,
}

/// <summary>The issuing office's contact as the notice prints it; any part may be missing.</summary>
public sealed record NoticeContact(string? Office, string? Person, string? Phone, string? Fax, string? Email);
