namespace PlanBot.UseCases.Doctor;

/// <summary>All checkups, one after the other; one that breaks down is a finding too and does not keep the others back.</summary>
public sealed class Examine(IEnumerable<ICheckup> checkups)
{
    public const string BrokeDown = "broke-down";

    /// <returns>In the order in which an installation is set up.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var checkup in checkups)
            findings.AddRange(await RunAsync(checkup, cancellationToken));
        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> RunAsync(ICheckup checkup, CancellationToken cancellationToken)
    {
        try
        {
            return await checkup.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return [new(checkup.Name, FindingState.Failed, BrokeDown, exception.GetType().Name)];
        }
    }
}

/// <summary>What the person at the terminal asks of the doctor.</summary>
public sealed class DoctorOrder
{
    /// <summary>The packed Teams app to look at; null for the usual file in the current folder.</summary>
    public string? Package { get; set; }
}
