using System.CommandLine;
using System.Globalization;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary><c>--language zh|en</c>: without it, the language of whoever sits at the terminal, and Chinese where the system does not tell.</summary>
internal static class LanguageOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--language")
        {
            Description = "zh 或 en；默认按系统语言。 zh or en; the system's when left out.",
            DefaultValueFactory = _ => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English.Code() : Language.Chinese.Code(),
        };
        option.AcceptOnlyFromAmong(Language.Chinese.Code(), Language.English.Code());
        return option;
    }
}
