namespace PlanBot.Texts;

/// <summary>A message set out for the eye, in no channel's terms: a headline, groups of rows, a hint, and buttons that know what they are about.</summary>
/// <param name="Says">The text that it stands for, all of which it shows. Where a reply has come to say more, its text goes out alone.</param>
/// <param name="About">What its buttons are about, unless they say otherwise.</param>
public sealed record CardContent(CardLayout Layout, string Says, CardSubject About)
{
    public required string Title { get; init; }

    /// <summary>Sentences under the title.</summary>
    public string? Lead { get; init; }

    public IReadOnlyList<CardGroup> Groups { get; init; } = [];

    /// <summary>How to go on, in small print.</summary>
    public string? Hint { get; init; }

    /// <summary>At most six. They hold all the buttons of the reply, and some of their own.</summary>
    public IReadOnlyList<CardButton> Buttons { get; init; } = [];
}

/// <summary>Each has a template, <c>Cards/{name}.json</c>.</summary>
public enum CardLayout
{
    /// <summary>Short rows with a count beside each.</summary>
    List = 1,

    /// <summary>Rows to be read, a remark under each in small print.</summary>
    Text = 2,

    /// <summary>What it was, and under it what it will be.</summary>
    Change = 3,
}

/// <param name="Heading">Null where the rows speak for themselves.</param>
public sealed record CardGroup(string? Heading, IReadOnlyList<CardRow> Rows)
{
    /// <summary>Under the heading.</summary>
    public string? Note { get; init; }
}

public sealed record CardRow(string Text)
{
    /// <summary>Above the text, in small print.</summary>
    public string? Label { get; init; }

    /// <summary>Beside the text or under it: a count, a remark.</summary>
    public string? Aside { get; init; }

    /// <summary>What stood there before.</summary>
    public string? Was { get; init; }
}

/// <param name="Title">What it shows.</param>
/// <param name="Say">The words that it stands for.</param>
public sealed record CardButton(string Title, string Say)
{
    /// <summary>Null for what the card is about.</summary>
    public CardSubject? About { get; init; }

    public CardButtonStyle Style { get; init; }

    public static CardButton Of(ReplyButton button) => new(button.Title, button.Message);

    /// <summary>A question may be asked at any time: it is never out of date.</summary>
    public static CardButton Asking(ReplyButton button) => Of(button) with { About = CardSubject.Question };
}

public enum CardButtonStyle
{
    Plain = 0,
    Main = 1,
}

/// <summary>What a button is about, so that one pressed late or twice can be told from one that still holds.</summary>
public sealed record CardSubject(CardSubjectKind Kind, string Id)
{
    public static CardSubject Question { get; } = new(CardSubjectKind.Question, "");

    public static CardSubject Request(int number) => new(CardSubjectKind.Request, Id: $"{number}");
}

/// <summary>Sent with cards and read when they come back; never changed.</summary>
public enum CardSubjectKind
{
    Question = 1,

    /// <summary>The next page of a list; the id says of which.</summary>
    Page = 2,

    /// <summary>What is missing in a period: plan and period.</summary>
    Period = 3,

    /// <summary>A report before it is filed: plan, period, unit, and a mark of what it says.</summary>
    Report = 4,

    /// <summary>Something to be done: a mark of what would be done.</summary>
    Act = 5,

    /// <summary>What a reminder asked for: plans and periods.</summary>
    Reminder = 6,

    /// <summary>A request by its number.</summary>
    Request = 7,

    /// <summary>The form of a report, by its obligation. Its button is read as a form, not as words.</summary>
    Form = 8,
}
