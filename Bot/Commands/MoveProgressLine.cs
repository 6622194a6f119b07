using PlanBot.Data.Moving;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary>Shows how far a move has come: on a terminal one line that is drawn again and again, elsewhere a line for each table that is done.</summary>
public sealed class MoveProgressLine(TextWriter writer, bool isTerminal, TimeProvider wall) : IProgress<MoveProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private MovePhase phase;
    private long began;
    private long? drawn;
    private string told = "";
    private bool isOpen;

    public void Report(MoveProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Phase != phase)
            (phase, began, drawn) = (value.Phase, wall.GetTimestamp(), null);
        if (isTerminal)
            Draw(value);
        else if (value.Rows == value.RowsOfTable && value.RowsOfTable > 0)
            TellOnce(MoveTexts.TableDone(value));
    }

    /// <summary>Ends the line, so that what follows begins on its own.</summary>
    public void Dispose()
    {
        if (isOpen)
            writer.WriteLine();
        isOpen = false;
    }

    private void Draw(MoveProgress value)
    {
        if (drawn is { } last && wall.GetElapsedTime(last) < Pause && value.Done < value.Total)
            return;
        drawn = wall.GetTimestamp();
        var seconds = wall.GetElapsedTime(began).TotalSeconds;
        // Back to the first column; what an earlier, longer line left behind it is wiped out.
        writer.Write($"\r{MoveTexts.Progress(value, seconds > 0 ? (value.Done - value.Earlier) / seconds : 0)}\u001b[K");
        isOpen = true;
    }

    private void TellOnce(string line)
    {
        if (line == told)
            return;
        told = line;
        writer.WriteLine(line);
    }
}
