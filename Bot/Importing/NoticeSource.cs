using PlanBot.Importing.Tables;

namespace PlanBot.Importing;

/// <summary>A notice before it is understood, whatever format it came in.</summary>
/// <param name="Lines">The lines that hold something; a gap in their numbers stands for blank ones.</param>
/// <param name="Tables">Tables that the format itself marks as such; tables drawn with text are found among the lines.</param>
internal sealed record NoticeSource(IReadOnlyList<Passage> Lines, IReadOnlyList<SourceTable> Tables)
{
    public static NoticeSource OfText(string text) => new(Paragraphs.Lines(text), TabTable.Find(text));
}

/// <summary>What opening a file gave: exactly one of the two is set.</summary>
internal sealed record OpenedSource(NoticeSource? Source, NoticeRefusal? Refusal);
