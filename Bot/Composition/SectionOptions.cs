using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PlanBot.Composition;

internal static class SectionOptions
{
    /// <summary>Options bound to a section and checked before anything else happens; what is wrong is named by its key.</summary>
    public static IServiceCollection AddSection<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<T>>(new SectionValidation<T>(section));
    }

    /// <summary>Checks by the annotations, whose own messages know a member's name but not the way to it.</summary>
    private sealed class SectionValidation<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var found = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(found.Select(Describe));
        }

        private string Describe(ValidationResult problem)
        {
            var message = (problem.ErrorMessage ?? "is not allowed").TrimEnd('.');
            return problem.MemberNames.FirstOrDefault() is { } member ? $"{section}:{member}: {message}" : message;
        }
    }
}
