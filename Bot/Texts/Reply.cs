using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>One message to a person, before any channel gives it its form. The text says everything; buttons and card only make it easier.</summary>
/// <param name="Text">Plain text, lines broken by \n; never interpreted as markup.</param>
public sealed record Reply(string Text)
{
    /// <summary>At most six; a channel that has none leaves them out.</summary>
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];

    /// <summary>The same set out for the eye; null where lines of text are as good.</summary>
    public CardContent? Card { get; init; }

    /// <summary>An Adaptive Card (JSON text) that goes along as a form to be filled in; null for most messages.</summary>
    public string? Form { get; init; }

    /// <summary>The only unit that it tells of, where no unit was asked for: 这家 means it from now on. Null most of the time.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The day it tells: 那天上班吗 asks about it. Null for most.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Key of the period that it tells of, where the words named none: 当时 means it from now on. Null most of the time.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>Number of the task that it tells of, where the words did not give one. Null most of the time.</summary>
    public int? Task { get; init; }

    /// <summary>Handed out with the message; null for most.</summary>
    public ReplyFile? File { get; init; }
}

/// <param name="Name">As it is to be saved.</param>
public sealed record ReplyFile(string Name, string ContentType, byte[] Content);

/// <param name="Title">What the button shows.</param>
/// <param name="Message">What pressing it says, as if it had been typed.</param>
public sealed record ReplyButton(string Title, string Message)
{
    /// <summary>A page that pressing it opens instead; null for nearly all.</summary>
    public string? Opens { get; init; }
}
