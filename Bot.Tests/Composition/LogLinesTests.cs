using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PlanBot.Composition;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using Quartz;

namespace PlanBot.Tests.Composition;

public sealed class LogLinesTests
{
    [Theory]
    [InlineData(5, "database is locked")]
    [InlineData(13, "database or disk is full")]
    public void A_scheduler_that_cannot_have_the_database_is_one_line(int code, string said)
    {
        var line = Write("A step failed", new JobPersistenceException("Failure setting up connection.", Thrown(new SqliteException(said, code))));

        Assert.Equal($"warn Quartz: A step failed ({said})\n", line);
    }

    [Fact]
    public void A_bug_keeps_its_stack_trace()
    {
        var line = Write("A step failed", Thrown(new SqliteException("no such column: nothing", 1)));

        Assert.StartsWith("warn Quartz: A step failed\n", line, StringComparison.Ordinal);
        Assert.Contains("   at ", line, StringComparison.Ordinal);
    }

    /// <returns>What is written, without the time.</returns>
    private static string Write(string message, Exception exception)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var clock = new StoppedClock(Ledgers.At("2020-04-07 09:00"));
        new LogLines(clock).Write(new LogEntry<string>(LogLevel.Warning, "Quartz", default, message, exception, (state, _) => state), null, text);
        return text.ToString()["2020-04-07 09:00:00 ".Length..];
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
