namespace PlanBot.Data.Model;

/// <summary>What other systems can be told of. The numbers are stored; a webhook's are added up.</summary>
[Flags]
public enum WebhookEvents
{
    None = 0,
    ReportSubmitted = 1,
    ReportAccepted = 2,
    ReportReturned = 4,
    ObligationOverdue = 8,
    PeriodOpened = 16,
    PeriodClosed = 32,
    PlanImported = 64,
    All = 127,
}

/// <summary>An address of another system that is told when something happens.</summary>
public sealed record Webhook
{
    public required Guid Id { get; init; }
    public required string Url { get; init; }

    /// <summary>What its messages are signed with; <c>whsec_</c> and base64.</summary>
    public required string Secret { get; init; }

    public required WebhookEvents Events { get; init; }

    /// <summary>Null for all plans.</summary>
    public Guid? PlanId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Instant of the plans' clock: what was due until then has been told.</summary>
    public required DateTimeOffset OverdueUntil { get; init; }
}

/// <summary>One message owed to one webhook. Its id is the same however often it is sent.</summary>
public sealed record WebhookMessage
{
    public required Guid Id { get; init; }
    public required Guid WebhookId { get; init; }
    public required WebhookEvents Event { get; init; }

    /// <summary>JSON, as it is signed and sent.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required WebhookMessageState State { get; init; }

    /// <summary>How often it was sent in vain.</summary>
    public required int Tries { get; init; }

    public required DateTimeOffset NextAttemptAt { get; init; }
    public DateTimeOffset? LeasedUntil { get; init; }
    public Guid? LeaseId { get; init; }

    /// <summary>When it was delivered or given up.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Reason of the last failure.</summary>
    public string? Trouble { get; init; }
}

/// <summary>The numbers are stored.</summary>
public enum WebhookMessageState
{
    Queued = 1,
    Leased = 2,
    Delivered = 3,
    GivenUp = 4,
}

/// <summary>How the messages of one webhook stand.</summary>
public sealed record WebhookStanding
{
    public required Guid WebhookId { get; init; }
    public required int Waiting { get; init; }
    public required int Delivered { get; init; }
    public required int GivenUp { get; init; }

    /// <summary>Since when the oldest waits; null when none does.</summary>
    public DateTimeOffset? OldestWaiting { get; init; }

    /// <summary>Why the last one failed; null when nothing has.</summary>
    public string? Trouble { get; init; }
}
