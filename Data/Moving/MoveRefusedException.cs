namespace PlanBot.Data.Moving;

/// <summary>A move that is not begun, or cannot go on, because of what was found. What has arrived so far stays where it is.</summary>
public sealed class MoveRefusedException(MoveRefusal reason, string detail = "", Exception? inner = null) : Exception($"{reason}: {detail}", inner)
{
    public MoveRefusal Reason { get; } = reason;

    /// <summary>What it is about, without any text that a person wrote: a path, a server and database, or table, row and column.</summary>
    public string Detail { get; } = detail;
}

/// <summary>Why a database is not moved.</summary>
public enum MoveRefusal
{
    /// <summary>There is no file where the source should be.</summary>
    NoSource = 1,

    /// <summary>The source is a database, but not a ledger.</summary>
    NoLedger = 2,

    /// <summary>The target holds tables that no move from this source has made.</summary>
    TargetNotEmpty = 3,

    /// <summary>Another program with another schema has begun the move.</summary>
    OtherVersion = 4,

    /// <summary>Another run is moving into the same target.</summary>
    AnotherRun = 5,

    /// <summary>The move was complete, and then the source was written to.</summary>
    SourceWentOn = 6,

    /// <summary>SQLite holds a value that the column's type does not know.</summary>
    NotOfItsType = 7,

    /// <summary>A text with U+0000, which PostgreSQL does not store.</summary>
    NulCharacter = 8,

    /// <summary>The target's own rules (a key, a reference, a check) refuse the row.</summary>
    AgainstTheRules = 9,
}
