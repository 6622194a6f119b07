namespace PlanBot.Data.Queries;

/// <summary>Mail among the channels in use: there an address makes a person reachable, without an identity.</summary>
internal static class Mail
{
    private const string Channel = "mail";

    /// <returns>1 or 0, which both databases compare alike.</returns>
    public static int In(IReadOnlyCollection<string> channels) => channels.Contains(Channel) ? 1 : 0;
}
