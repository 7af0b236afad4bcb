import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.util.Map;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;

/** API Gateway's `$input`, over Jayway JsonPath. */
public final class Input {
    private final String body;
    private final Map<String, Map<String, String>> params;
    private DocumentContext document;

    Input(String body, Map<String, Map<String, String>> params) {
        // An empty body renders as an empty object.
        this.body = body == null || body.isEmpty() ? "{}" : body;
        this.params = params;
    }

    public String getBody() {
        return body;
    }

    /** What is missing or null is an empty string. */
    public Object path(String path) {
        Object found = read(path);
        return found == null ? "" : found;
    }

    /** What is missing is an empty string; null is null. */
    public String json(String path) {
        return JSONValue.toJSONString(read(path), JSONStyle.LT_COMPRESS);
    }

    public Map<String, Map<String, String>> params() {
        return params;
    }

    public String params(String name) {
        for (String place : new String[] {"path", "querystring", "header"}) {
            String found = params.get(place).get(name);
            if (found != null) return found;
        }
        return "";
    }

    private Object read(String path) {
        if (document == null) document = JsonPath.parse(body);
        try {
            return document.read(path);
        } catch (PathNotFoundException missing) {
            return "";
        }
    }
}
