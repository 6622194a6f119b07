using PlanBot.Data.Model;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>The sixteen units of a real notice: short and long names, two kinds of prefix, two bodies without one.</summary>
internal static class TianjinUnits
{
    public static readonly IReadOnlyList<Unit> All =
    [
        .. new[]
        {
            "市发展改革委", "市教委", "市科技局", "市工业和信息化局", "市委网信办", "市交通运输委", "市农业农村委", "市商务局", "市文化和旅游局",
            "市卫生健康委", "市市场监管委", "市金融局", "市合作交流办", "市政务服务办", "人民银行天津分行", "天津证监局",
        }.Select(name => new Unit { Id = Guid.CreateVersion7(), Name = name, Kind = UnitKind.Unit }),
    ];
}
