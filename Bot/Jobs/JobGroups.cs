namespace PlanBot.Jobs;

/// <summary>Names that Quartz stores; a change leaves the old jobs behind in the database.</summary>
internal static class JobGroups
{
    public const string Scheduler = "PlanBot";
    public const string Reminders = "reminders";

    /// <summary>Execution group: how many of its triggers one node may run at a time is set where the scheduler is.</summary>
    public const string Sending = "sending";
}
