namespace PlanBot.UseCases.Doctor;

/// <summary>Looks at one side of this installation and changes nothing.</summary>
public interface ICheckup
{
    /// <summary>Name of what it looks at, e.g. <c>calendar</c>; its findings may have names of their own.</summary>
    string Name { get; }

    /// <returns>At least one finding.</returns>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}

/// <param name="Check">What was looked at, e.g. <c>database</c>.</param>
/// <param name="Reason">What was found, as <c>DoctorTexts</c> knows it, e.g. <c>schema-older</c>.</param>
/// <param name="Details">Places, names and figures for the sentence; never a secret.</param>
public sealed record Finding(string Check, FindingState State, string Reason, params IReadOnlyList<string> Details);

public enum FindingState
{
    Ok = 1,
    Warning = 2,
    Failed = 3,

    /// <summary>Not in use, and nothing wrong with that.</summary>
    Off = 4,
}
