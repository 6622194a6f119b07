using System.Globalization;

namespace PlanBot.Data.Sql;

/// <summary>Taken by the one process that serves an SQLite file, for as long as it does. Commands beside it need none.</summary>
/// <remarks>
/// Two that serve would send each reminder twice: a start gives back all leases. Two files lie beside the database. <c>planbot.db.lock</c> is empty, stays for good and is held open without
/// sharing; the system lets go of it however the process ends. <c>planbot.db.serving</c> says who serves and is deleted at the end: found without an owner, it tells that the run before ended in a crash.
/// They are two because a file that is held cannot be read, and one that is deleted while it is held can be held twice.
/// </remarks>
public sealed class ServingMark : IDisposable
{
    private const int Tries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream held;
    private readonly string note;

    private ServingMark(FileStream held, string note) => (this.held, this.note) = (held, note);

    /// <summary>The run before did not end in order. Stays on disk until <see cref="Settle"/>: a start that fails before the file was looked at must not hide it from the next.</summary>
    public bool IsLeftOver { get; private set; }

    /// <exception cref="DatabaseUnavailableException">Another process serves this file, or the folder cannot be written to.</exception>
    public static async Task<ServingMark> TakeAsync(SqliteDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var place = PlaceOf(database);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            for (var tried = 1; ; tried++)
            {
                if (Hold(place) is { } held)
                    return await TakeAsync(held, Note(place), now, cancellationToken);
                if (tried == Tries)
                    throw new DatabaseUnavailableException(DatabaseProblem.Served, database.Place, detail: NoteIn(place));
                await Task.Delay(Pause, CancellationToken.None); // somebody may only be asking (HolderOf)
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException(ProblemOf(exception, place), database.Place, exception);
        }
    }

    /// <summary>Who serves the file now, e.g. <c>process 4711 since 2020-03-31 00:55 UTC</c>; null when nobody does.</summary>
    public static string? HolderOf(SqliteDatabase database)
    {
        var place = PlaceOf(database);
        if (!File.Exists(Lock(place)))
            return null;
        using var held = Hold(place);
        return held is null ? NoteIn(place) : null;
    }

    /// <summary>The file was looked at and is sound, or there was nothing to look for.</summary>
    public void Settle() => IsLeftOver = false;

    public void Dispose()
    {
        if (!IsLeftOver)
            File.Delete(note);
        held.Dispose();
    }

    private static async Task<ServingMark> TakeAsync(FileStream held, string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var isLeftOver = File.Exists(note);
            var text = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} since {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
            await File.WriteAllTextAsync(note, text, cancellationToken);
            return new(held, note) { IsLeftOver = isLeftOver };
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <returns>Null while another process holds it.</returns>
    private static FileStream? Hold(string place)
    {
        try
        {
            return new FileStream(Lock(place), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsSharingViolation(exception))
        {
            return null;
        }
    }

    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static DatabaseProblem ProblemOf(Exception exception, string place) =>
        exception is IOException { HResult: 28 or unchecked((int)0x80070070) } ? DatabaseProblem.StorageFull // ENOSPC, ERROR_DISK_FULL
        : File.Exists(place) ? DatabaseProblem.ReadOnly
        : Directory.Exists(place) ? DatabaseProblem.CannotOpen
        : DatabaseProblem.FolderNotWritable;

    /// <summary>A link to the file is the same file.</summary>
    private static string PlaceOf(SqliteDatabase database) =>
        File.Exists(database.Place) ? File.ResolveLinkTarget(database.Place, returnFinalTarget: true)?.FullName ?? database.Place : database.Place;

    private static string Lock(string place) => place + ".lock";

    private static string Note(string place) => place + ".serving";

    private static string NoteIn(string place)
    {
        try
        {
            return File.ReadAllText(Note(place)).Trim();
        }
        catch (IOException)
        {
            return "a process that has just started";
        }
    }
}
