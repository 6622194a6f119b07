namespace PlanBot.Data.Sql;

/// <summary>The database cannot be used as it is. The message is one line for a person: what is wrong, where, and what to do.</summary>
public sealed class DatabaseUnavailableException(DatabaseProblem reason, string place, Exception? inner = null, string? detail = null)
    : Exception(Describe(reason, place, detail), inner)
{
    public DatabaseProblem Reason { get; } = reason;

    /// <summary>Full path of the file, or server and database name.</summary>
    public string Place { get; } = place;

    /// <summary>What the message adds in parentheses, in English; null for most problems.</summary>
    public string? Detail { get; } = detail;

    private static string Describe(DatabaseProblem reason, string place, string? detail) => reason switch
    {
        DatabaseProblem.Locked => $"The database {place} is locked by another program; close that program or wait until it is done, then try again.",
        DatabaseProblem.ReadOnly => $"The database {place} is read-only; give this user write permission for the file and its folder.",
        DatabaseProblem.NotADatabase => $"{place} is not a PlanBot database; move that file away, or set ConnectionStrings:PlanBot to the right one.",
        DatabaseProblem.Corrupt => $"The database {place} is damaged; restore the latest backup, or save what can still be read (sqlite3 old.db .recover | sqlite3 new.db).",
        DatabaseProblem.FolderNotWritable =>
            $"The database {place} cannot be created; give this user write permission for its folder, or set ConnectionStrings:PlanBot to another place.",
        DatabaseProblem.CannotOpen => $"The database {place} cannot be opened; check that it is a file and that this user may read and write it.",
        DatabaseProblem.NewerSchema => $"The database {place} was written by a newer PlanBot ({detail}); start that version, or restore a backup made before the upgrade.",
        DatabaseProblem.ChangedMigration =>
            $"The database {place} was set up by another build of PlanBot ({detail}); start that build, or move the file away to begin with an empty database.",
        DatabaseProblem.StorageFull => $"The disk that holds the database {place} is full; free some space, then try again.",
        DatabaseProblem.StorageFailed => $"The disk that holds the database {place} fails to read or write; check the disk and the permissions of the folder.",
        DatabaseProblem.Unreachable => $"The database server at {place} does not answer; check that it runs and that ConnectionStrings:PlanBot names it.",
        DatabaseProblem.AccessDenied => $"The database server at {place} refuses the sign-in; check user, password and database name in ConnectionStrings:PlanBot.",
        DatabaseProblem.NoFile => $"There is no database {place}; go to the folder in which PlanBot is started, or name the file in ConnectionStrings:PlanBot.",
        DatabaseProblem.Missing => $"There is no database at {place}; create it (createdb -O <user> <name>), or name another in ConnectionStrings:PlanBot.",
        DatabaseProblem.TooSlow => $"The database {place} did not answer in time; try again, and look at the server's load if it stays so.",
        DatabaseProblem.OutcomeUnknown =>
            $"The connection to {place} was lost while a change was being kept; look whether it is there before you repeat it.",
        DatabaseProblem.Served => $"The database {place} is being served already ({detail}); stop that program first, or set ConnectionStrings:PlanBot to another file.",
        DatabaseProblem.HalfMoved =>
            $"The database {place} holds only a part of {detail}: moving it has begun and is not complete. Run planbot migrate-database again until it says that all is moved.",
        _ => $"The database {place} cannot be used.",
    };
}

/// <summary>Why a database cannot be used.</summary>
public enum DatabaseProblem
{
    /// <summary>Somebody else held the write lock for longer than we wait.</summary>
    Locked = 1,
    ReadOnly = 2,
    NotADatabase = 3,
    Corrupt = 4,

    /// <summary>The file is missing and cannot be made.</summary>
    FolderNotWritable = 5,

    /// <summary>The file is there and cannot be opened.</summary>
    CannotOpen = 6,

    /// <summary>It holds a migration that this program does not know.</summary>
    NewerSchema = 7,

    /// <summary>A migration that was applied differs from the one in this program.</summary>
    ChangedMigration = 8,
    StorageFull = 9,
    StorageFailed = 10,
    Unreachable = 11,
    AccessDenied = 12,

    /// <summary>The server is there, the database is not.</summary>
    Missing = 13,

    /// <summary>A statement was ended because it took too long.</summary>
    TooSlow = 14,

    /// <summary>The connection was lost in the middle of a commit.</summary>
    OutcomeUnknown = 15,

    /// <summary>Another process serves this SQLite file.</summary>
    Served = 16,

    /// <summary>Another database is being moved into this one, and not all of it has arrived.</summary>
    HalfMoved = 17,

    /// <summary>There is no SQLite file where one is to be read.</summary>
    NoFile = 18,
}
