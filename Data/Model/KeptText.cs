namespace PlanBot.Data.Model;

/// <summary>What a contact has written for a report whose task, unit or period is not chosen yet.</summary>
/// <param name="Document">As the conversation keeps it; nothing else reads it.</param>
public sealed record KeptText(Guid Id, Guid PersonId, DateTimeOffset SavedAt, string Document);
