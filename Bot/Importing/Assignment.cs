using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>A list of units with what stands before or after it to say its part in the task.</summary>
/// <param name="Says">The role its marker or verb names; null when it has neither.</param>
internal sealed record AssignmentPart(Passage List, PartRole? Says)
{
    /// <summary>The role stands behind the list, as a verb, and may hold for the lists before it.</summary>
    public bool ByVerb { get; init; }
}

/// <summary>What a marker or a verb says; the role follows once all parts of the task are known.</summary>
internal enum PartRole
{
    Lead = 1,
    Support = 2,

    /// <summary>责任单位 or 负责: support beside a lead, else responsible.</summary>
    Responsible = 3,
}

/// <summary>Who does a task and by when, as far as the notice says.</summary>
/// <param name="Deadline">The words themselves; null when there are none.</param>
internal sealed record AssignmentWords(IReadOnlyList<AssignmentPart> Parts, Passage? Deadline)
{
    /// <summary>Parts that assign nothing to a unit: persons, and what stands behind an unknown marker.</summary>
    public IReadOnlyList<LeftOutWords> LeftOut { get; init; } = [];
}

internal sealed record LeftOutWords(Passage Words, NoticeIssue Issue);

internal static class AssignmentRoles
{
    /// <summary>Roles in the written order. A part that says nothing belongs to the one before it, or to the first that speaks, unless that one only helps.</summary>
    public static IEnumerable<(Passage List, AssignmentRole Role)> Of(IReadOnlyList<AssignmentPart> parts)
    {
        var hasLead = parts.Any(part => part.Says == PartRole.Lead);
        var says = parts.Select(part => part.Says).FirstOrDefault(role => role is not null) is { } first and not PartRole.Support ? first : PartRole.Responsible;
        foreach (var part in parts)
        {
            says = part.Says ?? says;
            yield return (part.List, says switch
            {
                PartRole.Lead => AssignmentRole.Lead,
                PartRole.Support => AssignmentRole.Support,
                _ => hasLead ? AssignmentRole.Support : AssignmentRole.Responsible,
            });
        }
    }
}
