namespace PlanBot.Data.Model;

/// <summary>Who changed what, when and through which channel. Written in the transaction of the change itself.</summary>
public sealed record AuditRecord
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when PlanBot itself acted.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>directline (the browser), msteams, dingtalk, command or job.</summary>
    public required string Channel { get; init; }

    /// <summary>Verb phrase in kebab-case: submit-report, import-plan, urge.</summary>
    public required string Action { get; init; }

    /// <summary>Table of the row that changed, and its id.</summary>
    public required string Subject { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>JSON, or null: a thing created has no before, a thing removed no after.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
}
