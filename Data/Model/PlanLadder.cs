namespace PlanBot.Data.Model;

/// <summary>A plan's own reminder ladder (提醒节点), where a coordinator has changed it.</summary>
public sealed record PlanLadder
{
    public required Guid PlanId { get; init; }

    /// <summary>JSON list of the steps; null for those of the settings.</summary>
    public string? Steps { get; init; }

    /// <summary>Whether escalations wait for a coordinator's word; null as the settings have it.</summary>
    public bool? ConfirmsEscalation { get; init; }

    public required Guid ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>What was ordered for one step of one period.</summary>
public sealed record StepOrder
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required ReportingPeriod Period { get; init; }

    /// <summary>As in <see cref="Reminder.Step"/>: of a later round with its due day.</summary>
    public required string Step { get; init; }

    public required StepOrderKind Kind { get; init; }

    /// <summary>Null where PlanBot itself did.</summary>
    public Guid? OrderedBy { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>The numbers are stored.</summary>
public enum StepOrderKind
{
    /// <summary>先压住: it waits until it is released.</summary>
    Hold = 1,

    /// <summary>现在就发: it does not wait for its own moment.</summary>
    SendNow = 2,

    /// <summary>这次不发了: it is left out in this period.</summary>
    LeaveOut = 3,

    /// <summary>确认升级: an escalation that waited for a coordinator's word has it.</summary>
    Escalate = 4,

    /// <summary>The coordinators were asked whether to escalate.</summary>
    Asked = 5,
}
