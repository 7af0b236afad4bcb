import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/**
 * Renders a JSON list of cases from standard input on Apache Velocity and prints a JSON list of results:
 * `{ text, overrides }`, or `{ error }`.
 */
public final class RenderCases {
    /** One template with the request that it sees. */
    static final class Case {
        String template;
        String body;
        Map<String, Map<String, String>> params;
        Map<String, Object> context;
        Map<String, String> stageVariables;
    }

    static final class Result {
        String text;
        Map<String, Object> overrides;
        String error;
    }

    public static void main(String[] args) throws Exception {
        Gson gson = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .disableHtmlEscaping()
            .create();
        Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        VelocityEngine engine = createEngine();
        List<Result> results = new ArrayList<>();
        for (Case one : gson.fromJson(in, Case[].class)) results.add(render(engine, one));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.println(escapeNonAscii(gson.toJson(results)));
        out.flush();
    }

    /** A map of `$context`, which prints nothing. */
    static final class ContextMap extends LinkedHashMap<String, Object> {
        static ContextMap of(Map<?, ?> given) {
            ContextMap map = new ContextMap();
            given.forEach((name, value) -> map.put(
                String.valueOf(name), value instanceof Map ? of((Map<?, ?>) value) : value));
            return map;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    private static VelocityEngine createEngine() {
        VelocityEngine engine = new VelocityEngine();
        engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
        // A template may not reach a class, as in API Gateway.
        engine.setProperty(
            "runtime.introspector.uberspect", "org.apache.velocity.util.introspection.SecureUberspector");
        engine.init();
        return engine;
    }

    private static Result render(VelocityEngine engine, Case one) {
        Result result = new Result();
        Map<String, Object> overrides = new LinkedHashMap<>();
        Map<String, Object> request = new ContextMap();
        for (String place : List.of("header", "path", "querystring")) request.put(place, new ContextMap());
        Map<String, Object> response = new ContextMap();
        response.put("header", new ContextMap());
        overrides.put("requestOverride", request);
        overrides.put("responseOverride", response);
        Map<String, Object> context = ContextMap.of(one.context);
        context.putAll(overrides);

        VelocityContext variables = new VelocityContext();
        variables.put("input", new Input(one.body, one.params));
        variables.put("util", new Util());
        variables.put("context", context);
        variables.put("stageVariables", one.stageVariables);
        // API Gateway prints nothing where plain Velocity prints the reference itself.
        EventCartridge events = new EventCartridge();
        events.addEventHandler((ReferenceInsertionEventHandler) (reference, value) -> value == null ? "" : value);
        events.attachToContext(variables);

        StringWriter text = new StringWriter();
        try {
            engine.evaluate(variables, text, "case", one.template);
            result.text = text.toString();
            result.overrides = overrides;
        } catch (RuntimeException thrown) {
            result.error = String.valueOf(thrown.getMessage());
        }
        return result;
    }

    /** Keeps lone surrogates, which UTF-8 has no bytes for. */
    private static String escapeNonAscii(String json) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : json.toCharArray()) {
            if (unit < 0x7f) escaped.append(unit);
            else escaped.append(String.format("\\u%04x", (int) unit));
        }
        return escaped.toString();
    }
}
