namespace PlanBot.Data.Model;

/// <summary>Anyone PlanBot knows: a unit's contact, a coordinator or a leader; or another system that has a token.</summary>
public sealed record Person
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What the person is in the unit, as the office writes it: 科长, 四级调研员.</summary>
    public string? Duty { get; init; }

    /// <summary>The office's telephone, as written.</summary>
    public string? Phone { get; init; }

    /// <summary>Digits only, or + and digits; no two people have the same.</summary>
    public string? Mobile { get; init; }

    public string? Email { get; init; }

    /// <summary>zh or en: the language written last; null until the person has written.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<PersonRole> Roles { get; init; } = [];

    /// <summary>The units this person reports for or leads today; what is over or still to come is not among them.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>How far another system may go that stands here under its token's name; null for a human being. A revoked token leaves nothing of it.</summary>
    public ApiAccess? Access { get; init; }

    public bool IsCoordinator => Roles.Contains(PersonRole.Coordinator);
    public bool IsLeader => Roles.Contains(PersonRole.Leader);
}

/// <summary>牵头部门管理员 or 分管领导. Reporting for a unit is no role but a <see cref="Contact"/>. The numbers are stored.</summary>
public enum PersonRole
{
    Coordinator = 1,
    Leader = 2,
}

/// <summary>A person's place in a unit (联络员).</summary>
public sealed record Contact(Guid PersonId, Guid UnitId, ContactKind Kind)
{
    /// <summary>First day in the place; null where it was not said.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day without the place; null while no end is known.</summary>
    public DateOnly? Until { get; init; }

    public bool IsOn(DateOnly day) => !(day < From) && !(day >= Until);

    /// <summary>Neither over on that day nor before.</summary>
    public bool IsOnOrAfter(DateOnly day) => !(day >= Until);
}

/// <summary>联络员, 备用联络员, or the unit's leader. The numbers are stored.</summary>
public enum ContactKind
{
    Primary = 1,
    Backup = 2,
    UnitLeader = 3,
}

/// <summary>How a person is known on a channel, and where to write to them.</summary>
public sealed record ChannelIdentity
{
    /// <summary>The activities' channelId: directline (the browser), msteams or dingtalk.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's own id of the user.</summary>
    public required string UserId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>JSON of the conversation reference; null until the person has been met there.</summary>
    public string? ConversationReference { get; init; }
}

/// <summary>An account by which the office's list knows a person, before they have been met there.</summary>
/// <param name="Channel">msteams or dingtalk.</param>
/// <param name="Account">For Teams the UPN or the Entra object id, in lower case; for DingTalk the staff id as written.</param>
public sealed record ListedAccount(string Channel, string Account, Guid PersonId);
