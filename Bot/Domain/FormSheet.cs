namespace PlanBot.Domain;

/// <summary>A unit's form for one period, as a file shows it.</summary>
/// <param name="Title">Over the table: unit and period.</param>
/// <param name="Hint">How to fill it in and send it back.</param>
/// <param name="Columns">Task, the plan's sections by their own names, code.</param>
public sealed record FormSheet(string Title, string Hint, IReadOnlyList<string> Columns, IReadOnlyList<FormSheetRow> Rows);

/// <param name="Texts">For each section, what is known; blank where nothing is.</param>
public sealed record FormSheetRow(string Task, IReadOnlyList<string> Texts, FormCode Code);
