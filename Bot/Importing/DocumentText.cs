namespace PlanBot.Importing;

/// <summary>What a file that was sent says, as text: paragraphs as lines, table rows as lines of cells split by tabs, a cell of several lines in quotation marks as Excel copies it.</summary>
public abstract record DocumentText
{
    public sealed record Read(string Text) : DocumentText;

    public sealed record Refused(DocumentRefusal Reason) : DocumentText;
}

public enum DocumentRefusal
{
    /// <summary>Neither Word nor Excel nor plain text.</summary>
    Foreign = 1,

    /// <summary>It says that it is one, and cannot be read.</summary>
    Damaged = 2,

    /// <summary>doc, xls, or one with a password: those look the same from outside.</summary>
    OldOrLocked = 3,

    /// <summary>It holds macros, which nobody should open.</summary>
    Macros = 4,

    /// <summary>More text than any report has, or a package that unpacks to far more than it is.</summary>
    TooLarge = 5,

    Empty = 6,
}
