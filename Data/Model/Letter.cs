namespace PlanBot.Data.Model;

/// <summary>What people are told when somebody has acted. Its outbox rows (<see cref="Reminder.LetterId"/>) say to whom.</summary>
/// <param name="AuthorId">Null when PlanBot itself writes.</param>
/// <param name="Body">JSON; what it says is worded in the reader's language when it leaves.</param>
public sealed record Letter(Guid Id, Guid? AuthorId, string Body, DateTimeOffset WrittenAt);
