namespace PlanBot.Data.Model;

/// <summary>Something that a coordinator is asked to decide (申请).</summary>
public sealed record Request
{
    public required Guid Id { get; init; }

    /// <summary>Counted from 1 over all plans; people name it by this (同意申请3).</summary>
    public required int Number { get; init; }

    public required RequestKind Kind { get; init; }
    public required RequestState State { get; init; }

    /// <summary>Null for somebody who is not bound yet; then <see cref="UserId"/> says who asks.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>channelId of the turn in which it was made, and there the user's id.</summary>
    public required string Channel { get; init; }
    public string? UserId { get; init; }

    public Guid? PlanId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>JSON: what exactly is asked for, by kind.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public Guid? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>The numbers are stored.</summary>
public enum RequestKind
{
    /// <summary>A later due date.</summary>
    Extension = 1,

    /// <summary>Somebody else will report for the unit.</summary>
    Handover = 2,

    /// <summary>The task is another unit's.</summary>
    NotOurs = 3,

    /// <summary>A stranger says for which unit they report.</summary>
    Claim = 4,

    /// <summary>The asker's own telephone or mail is another now.</summary>
    Details = 5,
}

/// <summary>The numbers are stored.</summary>
public enum RequestState
{
    Open = 1,
    Granted = 2,
    Declined = 3,

    /// <summary>Taken back by whoever made it, or settled otherwise.</summary>
    Withdrawn = 4,
}
