namespace PlanBot.Importing.Sources;

/// <summary>A file that cannot be read further. Thrown and caught within the sources only.</summary>
internal sealed class UnreadableSourceException(NoticeRefusal refusal) : Exception
{
    public NoticeRefusal Refusal => refusal;
}
