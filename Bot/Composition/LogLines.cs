using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using PlanBot.Data.Sql;

namespace PlanBot.Composition;

/// <summary>One line for each message, with its time, and below it the stack trace of a bug. A database that is away for a while is no bug: it gets its line and nothing below.</summary>
/// <param name="clock">The machine's, also where a demo sets the clock.</param>
internal sealed class LogLines([FromKeyedServices("wall")] TimeProvider clock) : ConsoleFormatter(Format)
{
    /// <summary>Its name in <c>Logging:Console:FormatterName</c>.</summary>
    public const string Format = "planbot";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var passing = logEntry.Exception is { } exception ? PassingTrouble.In(exception) : null;
        // The scheduler puts the whole of an exception, stack trace and all, into its message.
        var text = passing is null ? message : $"{message.Split('\n', 2)[0].TrimEnd()} ({passing.Message.ReplaceLineEndings(" ")})";
        textWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetLocalNow():yyyy-MM-dd HH:mm:ss} {Word(logEntry.LogLevel)} {logEntry.Category}: {text}"));
        if (logEntry.Exception is not null && passing is null)
            textWriter.WriteLine(logEntry.Exception);
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace", LogLevel.Debug => "debug", LogLevel.Information => "info", LogLevel.Warning => "warn", LogLevel.Error => "error", _ => "critical",
    };
}
