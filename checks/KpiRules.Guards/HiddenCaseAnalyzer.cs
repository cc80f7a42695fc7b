// Takes the switches of the code, gives an error for each that would take a new case of ours without anybody's having thought of it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KpiRules.Guards;

/// <remarks>
/// Of ours is what a project named KpiRules or KpiRules.Something declares. A catch-all may stay where the comment above it
/// begins with "others:" and says why all others, those to come included, are rightly taken by it; over a hierarchy of which
/// <c>[Settled(because: …)]</c> says that it gets no new types, any may.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenCaseAnalyzer : DiagnosticAnalyzer
{
    private const string Reason = "// others: ";
    private const int ShortestReason = 12;

    private static readonly DiagnosticDescriptor HiddenValue = Rule(
        "KR0001",
        "A catch-all hides new values of an enum",
        "A new value of {0} would be taken by this without anybody's having thought of it; name the values");

    private static readonly DiagnosticDescriptor HiddenSubtype = Rule(
        "KR0002",
        "A catch-all hides new types of a hierarchy",
        "A new type of {0} would be taken by this without anybody's having thought of it; use a visitor or an abstract member, "
            + "or ask for a few types by 'is'");

    private static readonly DiagnosticDescriptor ForgottenValue = Rule(
        "KR0003",
        "A switch statement forgets values of an enum",
        "This does nothing for {0}; name the values that need nothing too, or ask by 'if'");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        HiddenValue, HiddenSubtype, ForgottenValue);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(LookAtExpression, SyntaxKind.SwitchExpression);
        context.RegisterSyntaxNodeAction(LookAtStatement, SyntaxKind.SwitchStatement);
    }

    private static void LookAtExpression(SyntaxNodeAnalysisContext context)
    {
        var node = (SwitchExpressionSyntax)context.Node;
        if (node.Arms.FirstOrDefault(arm => arm.WhenClause is null && IsCatchAll(arm.Pattern)) is { } catchAll)
            LookAt(context, node.GoverningExpression, node.Arms.Select(arm => (SyntaxNode)arm.Pattern).ToList(), catchAll.Pattern);
    }

    private static void LookAtStatement(SyntaxNodeAnalysisContext context)
    {
        var node = (SwitchStatementSyntax)context.Node;
        var labels = node.Sections.SelectMany(section => section.Labels).ToList();
        var catchAll = labels.FirstOrDefault(label =>
            label is DefaultSwitchLabelSyntax
            || (label is CasePatternSwitchLabelSyntax { WhenClause: null } pattern && IsCatchAll(pattern.Pattern)));
        var compared = labels.Select(label => label switch
        {
            CaseSwitchLabelSyntax constant => (SyntaxNode)constant.Value,
            CasePatternSwitchLabelSyntax pattern => pattern.Pattern,
            _ => null,
        }).OfType<SyntaxNode>().ToList();
        if (catchAll is not null)
            LookAt(context, node.Expression, compared, catchAll);
        else if (EnumOf(context.SemanticModel.GetTypeInfo(node.Expression, context.CancellationToken).Type) is { } type)
            LookForForgotten(context, node, type, compared);
        else if (HierarchyIn(context, compared) is { } hierarchy && !HasReason(node))
            context.ReportDiagnostic(Diagnostic.Create(HiddenSubtype, node.SwitchKeyword.GetLocation(), hierarchy.Name));
    }

    private static void LookAt(
        SyntaxNodeAnalysisContext context, ExpressionSyntax governing, IReadOnlyList<SyntaxNode> compared, SyntaxNode catchAll)
    {
        if (HasReason(catchAll))
            return;
        var type = context.SemanticModel.GetTypeInfo(governing, context.CancellationToken).Type;
        if ((EnumOf(type) ?? EnumIn(context, compared)) is { } values)
            context.ReportDiagnostic(Diagnostic.Create(HiddenValue, catchAll.GetLocation(), values.Name));
        else if (HierarchyIn(context, compared) is { } hierarchy)
            context.ReportDiagnostic(Diagnostic.Create(HiddenSubtype, catchAll.GetLocation(), hierarchy.Name));
    }

    private static void LookForForgotten(
        SyntaxNodeAnalysisContext context, SwitchStatementSyntax node, ITypeSymbol type, IReadOnlyList<SyntaxNode> compared)
    {
        var named = new HashSet<ISymbol?>(
            compared.SelectMany(part => part.DescendantNodesAndSelf())
                .Select(part => context.SemanticModel.GetSymbolInfo(part, context.CancellationToken).Symbol),
            SymbolEqualityComparer.Default);
        var forgotten = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue && !named.Contains(field)).Select(field => field.Name).ToList();
        if (forgotten.Count > 0)
            context.ReportDiagnostic(Diagnostic.Create(ForgottenValue, node.SwitchKeyword.GetLocation(), string.Join(", ", forgotten)));
    }

    private static bool IsCatchAll(PatternSyntax pattern) => pattern switch
    {
        DiscardPatternSyntax or VarPatternSyntax => true,
        ParenthesizedPatternSyntax parenthesized => IsCatchAll(parenthesized.Pattern),
        RecursivePatternSyntax { Type: null } parts =>
            parts.PropertyPatternClause is null or { Subpatterns.Count: 0 }
                && (parts.PositionalPatternClause?.Subpatterns.All(part => IsCatchAll(part.Pattern)) ?? true),
        _ => false,
    };

    /// <summary>The enum of ours whose values the patterns compare with, alone, in a tuple or in a property; null for none.</summary>
    private static ITypeSymbol? EnumIn(SyntaxNodeAnalysisContext context, IReadOnlyList<SyntaxNode> compared) => compared
        .SelectMany(pattern => pattern.DescendantNodesAndSelf())
        .OfType<ExpressionSyntax>()
        .Select(constant => context.SemanticModel.GetSymbolInfo(constant, context.CancellationToken).Symbol)
        .Select(symbol => symbol is IFieldSymbol { HasConstantValue: true } field ? EnumOf(field.Type) : null)
        .FirstOrDefault(type => type is not null);

    /// <summary>The abstract type of ours whose types the patterns tell apart; null for none.</summary>
    private static ITypeSymbol? HierarchyIn(SyntaxNodeAnalysisContext context, IReadOnlyList<SyntaxNode> compared) => compared
        .SelectMany(pattern => pattern.DescendantNodesAndSelf())
        .OfType<ExpressionSyntax>()
        .Select(name => context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol as INamedTypeSymbol)
        .Select(type => type is { TypeKind: TypeKind.Class } && IsOurs(type) ? RootOf(type) : null)
        .FirstOrDefault(root => root is not null && !IsSettled(root));

    /// <summary>The highest abstract type above it: who names that itself forgets nothing.</summary>
    private static INamedTypeSymbol? RootOf(INamedTypeSymbol type)
    {
        INamedTypeSymbol? root = null;
        for (var above = type.BaseType; above is not null && IsOurs(above); above = above.BaseType)
            root = above.IsAbstract ? above : root;
        return root;
    }

    private static bool IsSettled(ITypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "SettledAttribute"
        && attribute.ConstructorArguments.Any(because => because.Value is string { Length: >= ShortestReason }));

    private static bool HasReason(SyntaxNode node) => node.GetFirstToken().LeadingTrivia.Select(trivia => trivia.ToString()).Any(comment =>
        comment.StartsWith(Reason, StringComparison.Ordinal) && comment.Length - Reason.Length >= ShortestReason);

    private static ITypeSymbol? EnumOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is { TypeKind: TypeKind.Enum } && IsOurs(type) ? type : null;
    }

    private static bool IsOurs(ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is { } name && (name == "KpiRules" || name.StartsWith("KpiRules.", StringComparison.Ordinal));

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "KpiRules", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
