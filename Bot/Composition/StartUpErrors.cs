using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Composition;

/// <summary>What can be wrong before the first request, in one line with its remedy; anything else is a bug and keeps its stack trace.</summary>
internal static class StartUpErrors
{
    /// <returns>Null for an exception that no setting of the user explains.</returns>
    public static string? Explain(Exception exception) => exception switch
    {
        DatabaseUnavailableException database => DatabaseTexts.Explain(database),
        OptionsValidationException options => BadSettings(options.Failures),
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            BadSettings(several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(options => options.Failures)),
        InvalidDataException { InnerException: FormatException json } => // the JSON configuration provider
            $"配置文件读不出来：{exception.Message} {json.Message} 请改正后再启动。 The configuration file cannot be read; mend it and start again.",
        InvalidOperationException binding when binding.Message.Contains("configuration value", StringComparison.OrdinalIgnoreCase) => // the binder, and Logging:LogLevel
            BadSettings([binding.Message.TrimEnd('.')]),
        FormatException address when address.Message.StartsWith("Invalid url", StringComparison.Ordinal) => BadSettings([$"Kestrel:Endpoints: {address.Message}"]),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } or IOException { InnerException: SocketException } =>
            $"端口已被占用或不可用：{exception.Message} 请关闭占用的程序，或用 Urls 换一个端口。 Close the other program, or choose another port by the setting Urls.",
        SettingException setting => setting.Message,
        _ => null,
    };

    private static string BadSettings(IEnumerable<string> failures)
    {
        var list = string.Join("; ", failures);
        return $"配置有误：{list}。请改正 appsettings.json 或环境变量。 Configuration: {list}. Mend appsettings.json or the environment variable.";
    }
}

/// <summary>A setting that serving refuses to start with; the message names the key and the remedy in both languages.</summary>
public sealed class SettingException : Exception
{
    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SettingException()
    {
    }
}
